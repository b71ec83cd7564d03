import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as activities from '../../shared/contract/activities.ts';
import * as appointments from '../../shared/contract/appointments.ts';
import * as attendees from '../../shared/contract/attendees.ts';
import * as blocks from '../../shared/contract/blocks.ts';
import * as callLog from '../../shared/contract/callLog.ts';
import * as clients from '../../shared/contract/clients.ts';
import * as feeds from '../../shared/contract/feeds.ts';
import * as join from '../../shared/contract/join.ts';
import * as notes from '../../shared/contract/notes.ts';
import * as offers from '../../shared/contract/offers.ts';
import * as quality from '../../shared/contract/quality.ts';
import * as priceList from '../../shared/contract/services.ts';
import * as resources from '../../shared/contract/resources.ts';
import * as reminders from '../../shared/contract/reminders.ts';
import type { InputOf, Route } from '../../shared/contract/route.ts';
import { startTestBackend, type TestBackend } from '../testing/backend.ts';
import type { TestBrowser } from '../testing/browser.ts';
import { createClinic, signedIn } from '../testing/clinic.ts';

let backend: TestBackend;
let stranger: TestBrowser;
let colleague: TestBrowser;
let own: Awaited<ReturnType<typeof createClinic>>;
let ids: Record<
	| 'appointmentId'
	| 'attendeeId'
	| 'clientId'
	| 'noteId'
	| 'serviceId'
	| 'officeId'
	| 'blockId'
	| 'resourceId'
	| 'ruleId'
	| 'calendarId'
	| 'offerId',
	string
>;
const document = { type: 'doc' as const, content: [] };
const rule = { channel: 'EMAIL' as const, hoursBefore: 24, subject: 'Soon', text: 'Soon', enabled: true };
const startsAt = '2026-03-04T10:00:00Z';

beforeAll(async () => {
	backend = await startTestBackend();
	const theirs = await createClinic(backend.db);
	const { browser: host } = await signedIn(backend, theirs.clinicId);
	const { clientId, serviceId, officeId } = theirs;
	const visit = await host.call(appointments.createAppointment, {
		body: { client: { id: clientId }, serviceId, startsAt },
	});
	const appointmentId = visit.id;
	const note = await host.call(notes.createNote, { params: { clientId }, body: { id: randomUUID(), document } });
	const attendeeId = visit.attendees[0]?.id ?? '';
	const free = { startsAt: '2026-03-05T10:00:00Z', endsAt: '2026-03-05T11:00:00Z', title: 'Lunch' };
	const { blocks: made } = await host.call(blocks.createBlock, { body: free });
	const [blockId, resourceId] = [made[0]?.id ?? '', randomUUID()];
	const room = { id: resourceId, clinicId: theirs.clinicId, name: 'Room 1', kind: 'ROOM' as const };
	await backend.db.resource.create({ data: room });
	const { browser: manager, memberId } = await signedIn(backend, theirs.clinicId, 'MANAGER');
	const { id: ruleId } = await manager.call(reminders.createReminderRule, { body: rule });
	const times = { createdAt: new Date(0), checkedAt: new Date(0), expandedAt: new Date(0) };
	const calendar = { id: randomUUID(), memberId, name: 'Private', url: 'https://calendar.example', ...times };
	const { id: calendarId } = await backend.db.externalCalendar.create({ data: calendar });
	const { id: offerId } = await backend.db.timeOffer.create({
		data: {
			...{ id: randomUUID(), clinicId: theirs.clinicId, memberId: visit.professional.id, appointmentId, attendeeId },
			...{ serviceId, officeId, startTimes: [new Date(startsAt)] },
			...{ createdAt: new Date(0), expiresAt: new Date(0) },
		},
	});
	ids = {
		...{ blockId, resourceId, appointmentId, attendeeId, clientId, noteId: note.id, serviceId, officeId },
		...{ ruleId, calendarId, offerId },
	};
	own = await createClinic(backend.db);
	({ browser: stranger } = await signedIn(backend, own.clinicId, 'MANAGER'));
	({ browser: colleague } = await signedIn(backend, theirs.clinicId));
});
afterAll(() => backend.close());

type Attempt = [name: string, route: Route, run: (browser: TestBrowser) => Promise<Response>];
const attempt = <T extends Route>(name: string, route: T, input: () => InputOf<T>): Attempt => [
	name,
	route,
	(browser) => browser.send(route, input()),
];

/** Routes that name something by its address. */
const byAddress: Attempt[] = [
	attempt('getClient', clients.getClient, () => ({ params: ids })),
	attempt('listClientAppointments', appointments.listClientAppointments, () => ({ params: ids })),
	attempt('getAppointment', appointments.getAppointment, () => ({ params: ids })),
	attempt('cancelAppointment', appointments.cancelAppointment, () => ({ params: ids })),
	attempt('listCancellationFees', appointments.listCancellationFees, () => ({
		...{ params: ids, query: { reason: 'NO_SHOW' as const } },
	})),
	attempt('completeAppointment', appointments.completeAppointment, () => ({ params: ids })),
	attempt('changeAppointment', appointments.changeAppointment, () => ({ params: ids, body: { sequence: 0 } })),
	attempt('previewAppointmentChange', appointments.previewAppointmentChange, () => ({
		...{ params: ids, body: { sequence: 0 } },
	})),
	attempt('repeatAppointment', appointments.repeatAppointment, () => ({
		params: ids,
		body: { recurrence: { frequency: 'WEEKLY' as const, interval: 1, end: { count: 2 } } },
	})),
	attempt('previewRepeatAppointment', appointments.previewRepeatAppointment, () => ({
		params: ids,
		body: { recurrence: { frequency: 'WEEKLY' as const, interval: 1, end: { count: 2 } } },
	})),
	attempt('offerTimes', offers.offerTimes, () => ({ params: ids, body: { ...ids, startTimes: [startsAt] } })),
	attempt('listOffers', offers.listOffers, () => ({ params: ids })),
	attempt('withdrawOffer', offers.withdrawOffer, () => ({ params: ids })),
	attempt('changeBlock', blocks.changeBlock, () => ({
		params: ids,
		body: { startsAt, endsAt: '2026-03-04T11:00:00Z', title: '' },
	})),
	attempt('deleteBlock', blocks.deleteBlock, () => ({ params: ids })),
	attempt('changeResource', resources.changeResource, () => ({
		params: ids,
		body: { name: 'Room', kind: 'ROOM' as const, officeId: null },
	})),
	attempt('archiveResource', resources.archiveResource, () => ({ params: ids })),
	attempt('changeService', priceList.changeService, () => ({
		params: ids,
		body: {
			...{
				name: 'Group',
				durationMinutes: 80,
				amountMinor: 0,
				currency: 'ISK' as const,
				capacity: 8,
				bookable: true,
				payFirst: false,
			},
			officeIds: [own.officeId],
		},
	})),
	attempt('archiveService', priceList.archiveService, () => ({ params: ids })),
	attempt('addAttendee', attendees.addAttendee, () => ({ params: ids, body: { client: { id: own.clientId } } })),
	attempt('changeAttendee', attendees.changeAttendee, () => ({ params: ids, body: { amountMinor: 0 } })),
	attempt('cancelAttendee', attendees.cancelAttendee, () => ({ params: ids })),
	attempt('listWaiting', attendees.listWaiting, () => ({ params: ids })),
	attempt('addToWaitingList', attendees.addToWaitingList, () => ({
		...{ params: ids, body: { client: { id: own.clientId } } },
	})),
	attempt('takeOffWaitingList', attendees.takeOffWaitingList, () => ({ params: ids })),
	attempt('inviteGuest', appointments.inviteGuest, () => ({ params: ids, body: { name: 'Guest' } })),
	attempt('renewJoinLink', appointments.renewJoinLink, () => ({ params: ids })),
	attempt('listCallQuality', quality.listCallQuality, () => ({ params: ids })),
	attempt('readCallLog', callLog.readCallLog, () => ({ params: ids })),
	attempt('memberTicket', join.memberTicket, () => ({ params: ids })),
	attempt('listNotes', notes.listNotes, () => ({ params: ids })),
	attempt('createNote', notes.createNote, () => ({ params: ids, body: { id: randomUUID(), document } })),
	attempt('saveNote', notes.saveNote, () => ({ params: ids, body: { version: 1, document } })),
	attempt('shareNote', notes.shareNote, () => ({ params: ids, body: { shared: true } })),
	attempt('listVisitReminders', reminders.listVisitReminders, () => ({ params: ids })),
	attempt('updateReminderRule', reminders.updateReminderRule, () => ({ params: ids, body: rule })),
	attempt('deleteReminderRule', reminders.deleteReminderRule, () => ({ params: ids })),
	attempt('readExternalCalendar', feeds.readExternalCalendar, () => ({ params: ids })),
	attempt('removeExternalCalendar', feeds.removeExternalCalendar, () => ({ params: ids })),
	attempt('deleteNote', notes.deleteNote, () => ({ params: ids })),
];
/** Routes that name something in what they are given. */
const byContent: Attempt[] = [
	attempt('createAppointment, client', appointments.createAppointment, () => ({
		body: { client: { id: ids.clientId }, serviceId: own.serviceId, startsAt },
	})),
	attempt('createAppointment, service', appointments.createAppointment, () => ({
		body: { client: { id: own.clientId }, serviceId: ids.serviceId, startsAt },
	})),
	attempt('createAppointment, office', appointments.createAppointment, () => ({
		body: { client: { id: own.clientId }, serviceId: own.serviceId, officeId: ids.officeId, startsAt },
	})),
	attempt('createAppointment, room', appointments.createAppointment, () => ({
		body: { client: { id: own.clientId }, serviceId: own.serviceId, resourceIds: [ids.resourceId], startsAt },
	})),
	attempt('previewNewAppointment, client', appointments.previewNewAppointment, () => ({
		body: { client: { id: ids.clientId }, serviceId: own.serviceId, startsAt },
	})),
	attempt('createResource, office', resources.createResource, () => ({
		body: { name: 'Room', kind: 'ROOM' as const, officeId: ids.officeId },
	})),
	attempt('listFreeTimes, service', appointments.listFreeTimes, () => ({
		query: { serviceId: ids.serviceId, from: '2026-03-04' },
	})),
	attempt('listFreeTimes, office', appointments.listFreeTimes, () => ({
		query: { serviceId: own.serviceId, officeId: ids.officeId, from: '2026-03-04' },
	})),
	attempt('createNote, visit', notes.createNote, () => ({
		params: { clientId: own.clientId },
		body: { id: randomUUID(), appointmentId: ids.appointmentId, document },
	})),
];

test.each([...byAddress, ...byContent])('%s does not know what is another clinic’s', async (_name, _route, run) => {
	expect((await run(stranger)).status).toBe(404);
});

test('every member route that takes an id in its address is tried here', () => {
	const all = [
		activities,
		appointments,
		attendees,
		blocks,
		callLog,
		clients,
		feeds,
		join,
		notes,
		offers,
		quality,
		reminders,
		resources,
		priceList,
	].flatMap((module) => Object.values<unknown>(module));
	const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'access' in value;
	const named = all.filter(isRoute).filter(({ access, path }) => access === 'member' && path.includes(':'));
	expect(byAddress.map(([, route]) => route.path).toSorted()).toEqual(named.map(({ path }) => path).toSorted());
});

test('lists hold nothing of another clinic', async () => {
	const period = { from: '2026-03-01T00:00:00Z', to: '2026-03-31T00:00:00Z' };
	expect(await stranger.call(appointments.listAppointments, { query: period })).toEqual({ appointments: [] });
	expect(await stranger.call(activities.listActivities, { query: {} })).toMatchObject({ activities: [], total: 0 });
	expect(await stranger.call(blocks.listBlocks, { query: period })).toEqual({ blocks: [] });
	expect(await stranger.call(resources.listResources, {})).toEqual({ resources: [] });
	const { clients: seen } = await stranger.call(clients.listClients, { query: {} });
	expect(seen.map(({ id }) => id)).toEqual([own.clientId]);
	const { services, offices } = await stranger.call(appointments.listServices, {});
	expect([services.map(({ id }) => id), offices.map(({ id }) => id)]).toEqual([[own.serviceId], [own.officeId]]);
});

test.each([
	['getAppointment', () => colleague.send(appointments.getAppointment, { params: ids })],
	['cancelAppointment', () => colleague.send(appointments.cancelAppointment, { params: ids })],
	['completeAppointment', () => colleague.send(appointments.completeAppointment, { params: ids })],
	['changeAppointment', () => colleague.send(appointments.changeAppointment, { params: ids, body: { sequence: 0 } })],
	['addAttendee', () => colleague.send(attendees.addAttendee, { params: ids, body: { client: { id: ids.clientId } } })],
	['cancelAttendee', () => colleague.send(attendees.cancelAttendee, { params: ids })],
	['listWaiting', () => colleague.send(attendees.listWaiting, { params: ids })],
	['deleteBlock', () => colleague.send(blocks.deleteBlock, { params: ids })],
	['listVisitReminders', () => colleague.send(reminders.listVisitReminders, { params: ids })],
	['listCallQuality', () => colleague.send(quality.listCallQuality, { params: ids })],
	['readCallLog', () => colleague.send(callLog.readCallLog, { params: ids })],
	['memberTicket', () => colleague.send(join.memberTicket, { params: ids })],
	['saveNote', () => colleague.send(notes.saveNote, { params: ids, body: { version: 1, document } })],
])('%s is not for a colleague of the same clinic', async (_, run) => {
	expect((await run()).status).toBe(404);
});
