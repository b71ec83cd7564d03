import type { z } from 'zod';
import type { changeAppointment, Appointment, Service } from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { instantOf, wallClock } from './period.ts';

/** A visit as it is being changed. */
export interface ChangeDraft {
	/** Calendar date and wall-clock time in the professional's zone. */
	date: string;
	time: string;
	minutes: number;
	serviceId: string;
	officeId: string;
	amountMinor: number | null;
	note: string;
	resourceIds: string[];
	notify: boolean;
	confirm: Confirmable[];
	scope: Scope;
}

const minutesOf = ({ startsAt, endsAt }: Appointment) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
const resourcesOf = ({ resources }: Appointment) => resources.map(({ id }) => id);

export const beginChange = (visit: Appointment, timeZone: string): ChangeDraft => ({
	...wallClock(visit.startsAt, timeZone),
	...{ minutes: minutesOf(visit), serviceId: visit.service.id, officeId: visit.office.id },
	...{ amountMinor: visit.amountMinor, note: visit.note, resourceIds: resourcesOf(visit) },
	...{ notify: true, confirm: [], scope: 'this' },
});

/** Takes another service, with its length and price; and, where it is not offered at that office, one that has it. */
export const changeService = (draft: ChangeDraft, service: Service): ChangeDraft => ({
	...draft,
	...{ serviceId: service.id, minutes: service.durationMinutes, amountMinor: service.amountMinor, confirm: [] },
	officeId: service.officeIds.includes(draft.officeId) ? draft.officeId : (service.officeIds[0] ?? draft.officeId),
});

type Change = z.input<typeof changeAppointment.body>;

/** Only what differs, so that nothing else is asked about; null while something is missing. */
export function toChange(visit: Appointment, draft: ChangeDraft, timeZone: string): Change | null {
	const startsAt = instantOf(draft.date, draft.time, timeZone);
	if (startsAt === null || !Number.isInteger(draft.minutes)) return null;
	const { sequence } = visit;
	const { minutes, serviceId, officeId, amountMinor, note, resourceIds, notify, confirm, scope } = draft;
	const had = resourcesOf(visit);
	const hasOthers = had.length !== resourceIds.length || had.some((id) => !resourceIds.includes(id));
	return {
		...{ sequence, scope, notify, confirm },
		...(Date.parse(startsAt) !== Date.parse(visit.startsAt) && { startsAt }),
		...(minutes !== minutesOf(visit) && { durationMinutes: minutes }),
		...(serviceId !== visit.service.id && { serviceId }),
		...(officeId !== visit.office.id && { officeId }),
		...(amountMinor !== null && amountMinor !== visit.amountMinor && { amountMinor }),
		...(note !== visit.note && { note }),
		...(hasOthers && { resourceIds }),
	};
}

/** What of a change others can be in the way of; null where nothing is. */
export function toPlan(change: Change | null): Change | null {
	if (change === null) return null;
	const { notify: _, confirm: _confirmed, amountMinor: _price, note: _note, ...plan } = change;
	const { sequence: _read, scope: _meant, ...moves } = plan;
	return Object.keys(moves).length === 0 ? null : plan;
}
