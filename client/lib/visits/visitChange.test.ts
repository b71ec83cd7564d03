import { expect, test } from 'vitest';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { beginChange, changeService, toChange, toPlan } from './visitChange.ts';

const timeZone = 'Europe/Warsaw';
const visit: Appointment = {
	...{ id: 'visit', startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T09:50:00Z', status: 'PLANNED' },
	service: { id: 'session', name: 'Session', capacity: 1 },
	office: { id: 'video', name: 'Video', kind: 'VIDEO' },
	professional: { id: 'member', name: 'Anna Demo' },
	...{ amountMinor: 8_500, currency: 'EUR', receivedMinor: 0, attendees: [], note: '', seriesId: 'series' },
	...{ sequence: 3, cancelReason: null, resources: [{ id: 'room', name: 'Room' }] },
};
const begun = beginChange(visit, timeZone);
const always = { sequence: 3, scope: 'this', notify: true, confirm: [] };
const long = {
	...{ id: 'long', name: 'Long session', durationMinutes: 90, amountMinor: 12_000, currency: 'EUR' as const },
	...{ officeIds: ['street'], capacity: 1, bookable: true, payFirst: false },
};

test('only what differs is sent', () => {
	expect(toChange(visit, begun, timeZone)).toEqual(always);
	expect(toChange(visit, { ...begun, time: '11:30', resourceIds: [] }, timeZone)).toEqual({
		...{ ...always, startsAt: '2026-03-10T10:30:00Z', resourceIds: [] },
	});
	expect(toChange(visit, { ...begun, time: '' }, timeZone)).toBeNull();
});

test('another service brings its length, its price and an office that has it', () => {
	expect(toChange(visit, changeService(begun, long), timeZone)).toEqual({
		...{ ...always, serviceId: 'long', officeId: 'street', durationMinutes: 90, amountMinor: 12_000 },
	});
	const here = { ...long, officeIds: ['street', 'video'] };
	expect(changeService(begun, here).officeId).toBe('video');
});

test('only what something can be in the way of is asked about', () => {
	const noted = { ...begun, note: 'Bring the scans', amountMinor: 0 };
	expect(toPlan(toChange(visit, noted, timeZone))).toBeNull();
	const moved = { ...noted, officeId: 'street', confirm: ['PAST' as const] };
	expect(toPlan(toChange(visit, moved, timeZone))).toEqual({ sequence: 3, scope: 'this', officeId: 'street' });
});
