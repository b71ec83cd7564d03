import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import {
	getAppointment,
	listCancellationFees,
	listAppointments,
	listClientAppointments,
	listServices,
	type Appointment,
	type CancelReason,
} from '../../../shared/contract/appointments.ts';
import { listActivityProfessionals } from '../../../shared/contract/activities.ts';
import { listWaiting } from '../../../shared/contract/attendees.ts';
import { readCallLog, type CallLog } from '../../../shared/contract/callLog.ts';
import { listCallQuality } from '../../../shared/contract/quality.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { listResources } from '../../../shared/contract/resources.ts';
import { memberApi } from '../memberApi.ts';

/** Begins the key of everything that is read again when a visit changes. */
export const visitsKey = ['visits'] as const;

/** Visits that touch a period, soonest first. Instants are ISO 8601. */
export const visitsQuery = (from: string, to: string) =>
	queryOptions({
		queryKey: [...visitsKey, 'period', from, to],
		queryFn: async ({ signal }) => {
			const { appointments } = await memberApi.call(listAppointments, { query: { from, to } }, { signal });
			return appointments.toSorted(byStart);
		},
		placeholderData: keepPreviousData,
		refetchInterval: 60_000,
	});

/** One visit with everything that its sheet shows. */
export const visitQuery = (appointmentId: string) =>
	queryOptions({
		queryKey: [...visitsKey, 'one', appointmentId],
		queryFn: ({ signal }) => memberApi.call(getAppointment, { params: { appointmentId } }, { signal }),
	});

/** Every visit of one client, newest first. */
export const clientVisitsQuery = (clientId: string) =>
	queryOptions({
		queryKey: [...visitsKey, 'client', clientId],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listClientAppointments, { params: { clientId } }, { signal })).appointments,
	});

/** How the visit's call was for each person; while it runs, devices report every half minute. */
export const callQualityQuery = ({ id: appointmentId, status }: Appointment) =>
	queryOptions({
		queryKey: [...visitsKey, 'quality', appointmentId],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listCallQuality, { params: { appointmentId } }, { signal })).people,
		refetchInterval: status === 'IN_PROGRESS' && 30_000,
	});

/** Who was in the visit's call and how it was encrypted; while anybody is in it, that changes. */
export const callLogQuery = (appointmentId: string) =>
	queryOptions({
		queryKey: [...visitsKey, 'callLog', appointmentId],
		queryFn: ({ signal }) => memberApi.call(readCallLog, { params: { appointmentId } }, { signal }),
		refetchInterval: ({ state }) => isRunning(state.data) && 5_000,
	});

const isRunning = (log: CallLog | undefined): boolean =>
	log?.people.some(({ stays }) => stays.some(({ until }) => until === null)) === true;

/** What clients would be asked for if a visit, and those of its series that are meant, were cancelled now. */
export const cancellationFeesQuery = (
	appointmentId: string,
	{ reason, scope }: { reason: CancelReason; scope: Scope },
) =>
	queryOptions({
		queryKey: [...visitsKey, 'fees', appointmentId, reason, scope],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listCancellationFees, { params: { appointmentId }, query: { reason, scope } }, { signal }))
				.fees,
		// It grows with time.
		gcTime: 0,
	});

/** Who waits for a place in a group, in order. */
export const waitingQuery = ({ id: appointmentId }: Appointment) =>
	queryOptions({
		queryKey: [...visitsKey, 'waiting', appointmentId],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listWaiting, { params: { appointmentId } }, { signal })).waiting,
	});

/** Whose visits there are to choose from. */
export const professionalsQuery = queryOptions({
	queryKey: ['professionals'],
	queryFn: async ({ signal }) => (await memberApi.call(listActivityProfessionals, {}, { signal })).professionals,
	staleTime: 5 * 60_000,
});

/** The price list and the offices. */
export const servicesQuery = queryOptions({
	queryKey: ['services'],
	queryFn: ({ signal }) => memberApi.call(listServices, {}, { signal }),
	staleTime: 5 * 60_000,
});

/** Rooms and devices that visits can take. */
export const resourcesQuery = queryOptions({
	queryKey: ['resources'],
	queryFn: async ({ signal }) => (await memberApi.call(listResources, {}, { signal })).resources,
	staleTime: 5 * 60_000,
});

/** Reads visits and client records again after one was booked, moved or cancelled. */
export const refreshVisits = async (queryClient: QueryClient): Promise<void> => {
	await Promise.all([
		queryClient.invalidateQueries({ queryKey: visitsKey }),
		queryClient.invalidateQueries({ queryKey: ['clients'] }),
	]);
};

const byStart = (one: Appointment, other: Appointment) => Date.parse(one.startsAt) - Date.parse(other.startsAt);
