import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	cancelAppointment,
	changeAppointment,
	createAppointment,
	listClientAppointments,
	previewAppointmentChange,
	previewNewAppointment,
	previewRepeatAppointment,
	repeatAppointment,
	type Appointment,
} from '../../../shared/contract/appointments.ts';
import { readAttachments } from '../../adapters/mail/attachments.ts';
import type { Recurrence } from '../../../shared/contract/recurrence.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let browser: TestBrowser;
beforeAll(async () => {
	// Monday. Warsaw's clocks change on Sunday, 29 March.
	backend = await startTestBackend({ startAt: '2026-03-02T08:00:00Z' });
});
beforeEach(async () => {
	clinic = await createClinic(backend.db, 'Europe/Warsaw');
	const member = await signedIn(backend, clinic.clinicId);
	({ browser } = member);
	await backend.db.member.update({ where: { id: member.memberId }, data: { timeZone: 'Europe/Warsaw' } });
});
afterAll(() => backend.close());

const weekly: Recurrence = { frequency: 'WEEKLY', interval: 1, end: { count: 4 } };
/** Tuesdays at 10:00 in Warsaw; the last is after the change of clocks. */
const dates = ['2026-03-10T09:00', '2026-03-17T09:00', '2026-03-24T09:00', '2026-03-31T08:00'];
const wish = (startsAt = '2026-03-10T09:00:00Z') => ({
	client: { id: clinic.clientId },
	serviceId: clinic.serviceId,
	startsAt,
});
const book = (more: { recurrence?: Recurrence } = {}, startsAt?: string) =>
	browser.call(createAppointment, { body: { ...wish(startsAt), ...more } });
const visits = async () => {
	const { appointments } = await browser.call(listClientAppointments, { params: { clientId: clinic.clientId } });
	return appointments.toReversed();
};
const starts = (of: readonly { startsAt: string }[]) => of.map(({ startsAt }) => startsAt.slice(0, 16));
const planned = (of: readonly Appointment[]) => of.filter(({ status }) => status === 'PLANNED');
const mails = () =>
	backend.db.message.findMany({ where: { clinicId: clinic.clinicId }, orderBy: { createdAt: 'asc' } });
const nth = async (index: number): Promise<Appointment> => {
	const found = (await visits())[index];
	if (found === undefined) throw new Error(`There is no visit ${index}.`);
	return found;
};
const change = (visit: Appointment, body: object) =>
	browser.call(changeAppointment, {
		params: { appointmentId: visit.id },
		body: { sequence: visit.sequence, ...body },
	});

test('a series keeps its time on the professional’s clock, and the client gets one letter', async () => {
	const first = await book({ recurrence: weekly });
	const all = await visits();
	expect(starts(all)).toEqual(dates);
	expect(all[0]).toEqual(first);
	expect(new Set(all.map(({ seriesId }) => seriesId))).toEqual(new Set([first.seriesId]));
	const [letter, ...others] = await mails();
	expect(others).toEqual([]);
	for (const { attendees } of all) expect(letter?.text).toContain(attendees[0]?.joinLink);
});

test('the conflicts of all dates are named before anything is written, and those dates can be left out', async () => {
	const other = await book({}, '2026-03-24T09:30:00Z');
	const asked = { ...wish(), recurrence: weekly };
	const preview = await browser.call(previewNewAppointment, { body: asked });
	expect(starts(preview.changes.map(({ to }) => to))).toEqual(dates);
	const conflicts = [{ kind: 'VISIT', appointmentId: other.id, wantedAt: '2026-03-24T09:00:00.000Z' }];
	expect(preview.conflicts).toMatchObject(conflicts);
	await expect(book({ recurrence: weekly })).rejects.toMatchObject({ code: 'SLOT_TAKEN', details: { conflicts } });
	expect(await visits()).toHaveLength(1);
	await book({ recurrence: { ...weekly, leaveOut: ['2026-03-24T09:00:00Z'] } });
	expect(starts(await visits())).toEqual([dates[0], dates[1], '2026-03-24T09:30', dates[3]]);
});

test('no series is endless', async () => {
	const until = book({ recurrence: { ...weekly, end: { until: '2226-01-01' } } });
	await expect(until).rejects.toMatchObject({ code: 'SERIES_TOO_LONG' });
	const count = { ...weekly, end: { count: 10_000 } };
	await expect(book({ recurrence: count })).rejects.toMatchObject({ code: 'VALIDATION' });
	// @ts-expect-error A rule without an end is no recurrence.
	const endless: Recurrence = { frequency: 'WEEKLY', interval: 1 };
	await expect(book({ recurrence: endless })).rejects.toMatchObject({ code: 'VALIDATION' });
	expect(await visits()).toEqual([]);
});

test('a single visit becomes the first of a series', async () => {
	const single = await book();
	const params = { appointmentId: single.id };
	const first = await browser.call(repeatAppointment, { params, body: { recurrence: weekly } });
	expect(first).toMatchObject({ id: single.id, attendees: single.attendees });
	expect(starts(await visits())).toEqual(dates);
	const again = browser.call(repeatAppointment, { params, body: { recurrence: weekly } });
	await expect(again).rejects.toMatchObject({ code: 'WRONG_STATE' });
});

test('a preview of repeating names the others and what is in their way, and writes nothing', async () => {
	const single = await book();
	const other = await book({}, '2026-03-24T09:30:00Z');
	const params = { appointmentId: single.id };
	const preview = await browser.call(previewRepeatAppointment, { params, body: { recurrence: weekly } });
	expect(starts(preview.changes.map(({ to }) => to))).toEqual(dates.slice(1));
	expect(preview.conflicts).toMatchObject([
		{ kind: 'VISIT', appointmentId: other.id, wantedAt: '2026-03-24T09:00:00.000Z' },
	]);
	expect(await visits()).toHaveLength(2);
});

test('moving this one leaves the others, and keeps what it is of the series', async () => {
	await book({ recurrence: weekly });
	const second = await nth(1);
	backend.clock.pass(1);
	const moved = await change(second, { startsAt: '2026-03-18T14:00:00Z' });
	expect(moved).toMatchObject({ id: second.id, seriesId: second.seriesId, sequence: 1 });
	expect(starts(await visits())).toEqual([dates[0], '2026-03-18T14:00', dates[2], dates[3]]);
	const row = await backend.db.appointment.findUniqueOrThrow({ where: { id: second.id } });
	expect(row.originalStartsAt).toEqual(new Date(second.startsAt));
	const letter = (await mails()).at(-1);
	expect(JSON.stringify(readAttachments(letter?.attachments))).toContain('SEQUENCE:1');
});

test('moving this and the following shifts them over a change of clocks', async () => {
	await book({ recurrence: weekly });
	await change(await nth(1), { startsAt: '2026-03-18T10:00:00Z', scope: 'following' });
	expect(starts(await visits())).toEqual([...[dates[0], '2026-03-18T10:00', '2026-03-25T10:00'], '2026-04-01T09:00']);
	const [first, second, third] = await visits();
	expect(second?.seriesId).not.toBe(first?.seriesId);
	expect(third?.seriesId).toBe(second?.seriesId);
	const series = await backend.db.series.findUniqueOrThrow({ where: { id: second?.seriesId ?? '' } });
	expect(series.rule).toBe('FREQ=WEEKLY;INTERVAL=1;BYDAY=WE;UNTIL=20260401T215959Z');
});

test('moving all by a week, onto each other’s times, works; one moved by itself stays', async () => {
	await book({ recurrence: weekly });
	const third = await nth(2);
	await change(third, { startsAt: '2026-03-26T15:00:00Z' });
	await change(await nth(0), { startsAt: '2026-03-17T09:00:00Z', scope: 'all' });
	expect(starts(await visits())).toEqual([
		'2026-03-17T09:00',
		'2026-03-24T09:00',
		'2026-03-26T15:00',
		'2026-04-07T08:00',
	]);
	const row = await backend.db.appointment.findUniqueOrThrow({ where: { id: third.id } });
	expect(row.originalStartsAt).toEqual(new Date('2026-03-31T08:00:00Z'));
	const back = await nth(0);
	await change(back, { startsAt: '2026-03-10T09:00:00Z', scope: 'all' });
	expect(starts(await visits())).toEqual([dates[0], dates[1], '2026-03-26T15:00', dates[3]]);
});

test('a series does not move onto one of its own that stays where it is', async () => {
	await book({ recurrence: weekly });
	const second = await nth(1);
	await change(second, { startsAt: '2026-03-18T09:00:00Z' });
	const onto = change(await nth(0), { startsAt: '2026-03-04T09:00:00Z', scope: 'all' });
	const inTheWay = expect.objectContaining({ kind: 'VISIT', appointmentId: second.id });
	await expect(onto).rejects.toMatchObject({
		code: 'SLOT_TAKEN',
		details: { conflicts: expect.arrayContaining([inTheWay]) },
	});
	expect(starts(await visits())).toEqual([dates[0], '2026-03-18T09:00', dates[2], dates[3]]);
});

test('price and note of the following change without moving them, and nobody is told', async () => {
	await book({ recurrence: weekly });
	const before = (await mails()).length;
	await change(await nth(2), { amountMinor: 5_000, note: 'Shorter now', scope: 'following' });
	const all = await visits();
	expect(all.map(({ amountMinor }) => amountMinor)).toEqual([19_500, 19_500, 5_000, 5_000]);
	expect(all.map(({ note }) => note)).toEqual(['', '', 'Shorter now', 'Shorter now']);
	expect(starts(all)).toEqual(dates);
	expect(await mails()).toHaveLength(before);
});

test.each([
	['this', [0, 2, 3]],
	['following', [0]],
	['all', []],
] as const)('cancelling %s leaves the others planned', async (scope, left) => {
	await book({ recurrence: weekly });
	const { id: appointmentId } = await nth(1);
	const params = { appointmentId };
	const cancelled = await browser.call(cancelAppointment, { params, body: { scope, reason: 'BY_CLIENT' } });
	expect(cancelled).toMatchObject({ status: 'CANCELLED', cancelReason: 'BY_CLIENT', sequence: 1 });
	expect(starts(planned(await visits()))).toEqual(left.map((index) => dates[index]));
	expect(await mails()).toHaveLength(2);
});

test('what has begun or is over stays as it is when all are changed', async () => {
	const { seriesId } = await book({ recurrence: weekly });
	const first = await nth(0);
	await backend.db.appointment.update({ where: { id: first.id }, data: { status: 'DONE' } });
	await change(await nth(1), { startsAt: '2026-03-17T12:00:00Z', scope: 'all' });
	expect(starts(await visits())).toEqual([dates[0], '2026-03-17T12:00', '2026-03-24T12:00', '2026-03-31T11:00']);
	expect((await nth(0)).seriesId).toBe(seriesId);
	await expect(change(await nth(0), { startsAt: '2026-03-10T12:00:00Z' })).rejects.toMatchObject({
		code: 'VISIT_BEGAN',
	});
});

test('a change is refused when somebody else was first, and a preview changes nothing', async () => {
	const visit = await book();
	await change(visit, { note: 'First' });
	await expect(change(visit, { note: 'Second' })).rejects.toMatchObject({ code: 'CONFLICT' });
	const current = await nth(0);
	const body = { sequence: current.sequence, startsAt: '2026-03-11T09:00:00Z', durationMinutes: 25 };
	const preview = await browser.call(previewAppointmentChange, { params: { appointmentId: visit.id }, body });
	expect(preview).toEqual({
		changes: [
			{
				appointmentId: visit.id,
				from: { startsAt: visit.startsAt, endsAt: visit.endsAt },
				to: { startsAt: '2026-03-11T09:00:00.000Z', endsAt: '2026-03-11T09:25:00.000Z' },
			},
		],
		conflicts: [],
	});
	expect(await nth(0)).toEqual(current);
});

test('a room is had by one visit at a time, and is given free with it', async () => {
	const resourceId = randomUUID();
	await backend.db.resource.create({
		data: { id: resourceId, clinicId: clinic.clinicId, name: 'Room 1', kind: 'ROOM' },
	});
	const mine = await browser.call(createAppointment, { body: { ...wish(), resourceIds: [resourceId] } });
	expect(mine.resources).toEqual([{ id: resourceId, name: 'Room 1' }]);
	const { browser: colleague } = await signedIn(backend, clinic.clinicId);
	const client = { name: 'Ása Demo', email: 'asa@example.com' };
	const theirs = () => colleague.call(createAppointment, { body: { ...wish(), client, resourceIds: [resourceId] } });
	await expect(theirs()).rejects.toMatchObject({
		code: 'SLOT_TAKEN',
		details: { conflicts: [{ kind: 'RESOURCE', name: 'Room 1', appointmentId: mine.id }] },
	});
	await change(mine, { resourceIds: [] });
	expect(await theirs()).toMatchObject({ resources: [{ id: resourceId }] });
	await expect(change(await nth(0), { resourceIds: [resourceId] })).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
});

test('a service is booked only where it is offered', async () => {
	const officeId = randomUUID();
	await backend.db.office.create({
		data: { id: officeId, clinicId: clinic.clinicId, name: 'Street', kind: 'PHYSICAL' },
	});
	const there = browser.call(createAppointment, { body: { ...wish(), officeId } });
	await expect(there).rejects.toMatchObject({ code: 'NOT_OFFERED' });
	await expect(change(await book(), { officeId })).rejects.toMatchObject({ code: 'NOT_OFFERED' });
});
