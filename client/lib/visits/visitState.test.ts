import { describe, expect, it } from 'vitest';
import type { Appointment, Attendee } from '../../../shared/contract/appointments.ts';
import { dueOf, inRecordOf, namesOf, nextVisit } from './visitState.ts';

const visit = (given: Partial<Appointment>): Appointment => ({
	id: 'visit',
	startsAt: '2026-03-01T14:00:00Z',
	endsAt: '2026-03-01T14:50:00Z',
	status: 'PLANNED',
	service: { id: 'service', name: 'Session', capacity: 1 },
	office: { id: 'office', name: 'Video', kind: 'VIDEO' },
	professional: { id: 'professional', name: 'Anna Demo' },
	amountMinor: 8500,
	currency: 'ISK',
	receivedMinor: 0,
	attendees: [],
	note: '',
	resources: [],
	seriesId: null,
	sequence: 0,
	cancelReason: null,
	...given,
});

describe('a group', () => {
	const person = (name: string, given: Partial<Attendee> = {}): Attendee => ({
		...{ id: name, kind: 'CLIENT', name, clientId: name, joinLink: 'https://samtal.example/join' },
		...{ amountMinor: 1_000, receivedMinor: 0, invoice: null, cancelledAt: null, cancelReason: null, ...given },
	});
	const service = { id: 'group', name: 'Group', capacity: 8 };
	const away = person('Ben Demo', { cancelledAt: '2026-03-01T10:00:00Z' });

	it('is cancelled in the record of one who does not come, until they come again', () => {
		const ewa = person('Ewa Demo', { receivedMinor: 400 });
		const group = visit({ service, attendees: [ewa, { ...away, cancelReason: 'BY_CLIENT' }], receivedMinor: 400 });
		const record = inRecordOf('Ben Demo', group);
		expect(record).toMatchObject({ id: group.id, status: 'CANCELLED', cancelReason: 'BY_CLIENT', receivedMinor: 0 });
		expect(namesOf(record)).toBe('Ben Demo');
		expect(inRecordOf('Ewa Demo', group)).toBe(group);
		const back = { ...group, attendees: [...group.attendees, person('Ben Demo')] };
		expect(inRecordOf('Ben Demo', back)).toBe(back);
	});

	it('owes what those owe who come, each their own price', () => {
		const guest = person('Guest Demo', { kind: 'GUEST', amountMinor: 0 });
		const group = visit({
			service,
			attendees: [person('Anna Demo', { amountMinor: 500 }), away, person('Ewa Demo'), guest],
		});
		expect(dueOf({ ...group, receivedMinor: 500 })).toEqual({ amountMinor: 1_500, receivedMinor: 500 });
	});

	it('is called by its first client and how many more come', () => {
		const anna = person('Anna Demo');
		expect(namesOf({ service, attendees: [anna, away, person('Ewa Demo'), person('Jón Demo')] })).toBe('Anna Demo + 2');
		expect(namesOf({ service, attendees: [away, anna] })).toBe('Anna Demo');
		expect(namesOf({ service, attendees: [away] })).toBe('Group');
	});
});

describe('nextVisit', () => {
	const early = visit({ id: 'early', startsAt: '2026-03-01T09:00:00Z', endsAt: '2026-03-01T09:50:00Z' });
	const late = visit({ id: 'late' });
	const at = (time: string) => Date.parse(`2026-03-01T${time}:00Z`);

	it('is the first that has not ended, not a cancelled one', () => {
		expect(nextVisit([early, late], at('09:30'))?.id).toBe('early');
		expect(nextVisit([early, late], at('10:00'))?.id).toBe('late');
		expect(nextVisit([visit({ status: 'CANCELLED' })], at('10:00'))).toBeUndefined();
	});

	it('is the one that runs, even past its end', () => {
		expect(nextVisit([{ ...early, status: 'IN_PROGRESS' }, late], at('14:10'))?.id).toBe('early');
	});
});
