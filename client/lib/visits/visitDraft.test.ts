import { describe, expect, it } from 'vitest';
import { beginClient, beginVisit, chooseService, nextHalfHour, toRequest, type VisitDraft } from './visitDraft.ts';

const timeZone = 'Europe/Berlin';
const begun = beginVisit({ clientId: 'client', startsAt: '2026-07-01T12:00:00Z', timeZone });
const service = {
	id: 'service',
	name: 'Session',
	durationMinutes: 50,
	amountMinor: 8500,
	currency: 'EUR' as const,
	officeIds: [],
	capacity: 1,
	bookable: true,
	payFirst: false,
};

describe('a visit being filled in', () => {
	it('asks for the time that was pressed, at the price of its service', () => {
		expect(toRequest(chooseService(begun, service), timeZone)).toEqual({
			client: { id: 'client' },
			serviceId: 'service',
			startsAt: '2026-07-01T12:00:00Z',
			amountMinor: 8500,
		});
	});

	it('is as long as it was drawn, whatever its service takes', () => {
		const drawn = beginVisit({ clientId: 'client', startsAt: '2026-07-01T12:00:00Z', minutes: 90, timeZone });
		expect(toRequest(chooseService(drawn, service), timeZone)).toMatchObject({ durationMinutes: 90 });
	});

	it('sends a new person instead of a record', () => {
		const draft: VisitDraft = {
			...chooseService(begun, service),
			clientKind: 'new',
			name: 'Ewa Demo',
			email: 'ewa@example.org',
			officeId: 'office',
		};
		expect(toRequest(draft, timeZone)).toMatchObject({
			client: { name: 'Ewa Demo', email: 'ewa@example.org' },
			officeId: 'office',
		});
	});

	it('sends the others of a group, as many as there are places, once all are there', () => {
		const other = { ...beginClient('other'), key: 'a' };
		const nobody = { ...beginClient(), key: 'b' };
		const group = { ...service, capacity: 3 };
		const draft = chooseService({ ...begun, others: [other, nobody] }, group);
		expect(toRequest(draft, timeZone)).toBeNull();
		expect(toRequest({ ...draft, others: [other] }, timeZone)).toMatchObject({ alsoClients: [{ id: 'other' }] });
		expect(chooseService(draft, { ...service, capacity: 2 }).others).toEqual([other]);
	});

	it('is not sent while something is missing', () => {
		const complete = chooseService(begun, service);
		for (const missing of [
			begun,
			{ ...complete, clientId: null },
			{ ...complete, time: '' },
			{ ...complete, date: '' },
			{ ...complete, clientKind: 'new' as const, name: 'Ewa Demo' },
		]) {
			expect(toRequest(missing, timeZone)).toBeNull();
		}
	});
});

it('begins at the next half hour', () => {
	expect(nextHalfHour(new Date('2026-07-01T12:01:00Z'))).toBe('2026-07-01T12:30:00.000Z');
	expect(nextHalfHour(new Date('2026-07-01T12:30:00Z'))).toBe('2026-07-01T12:30:00.000Z');
});
