import { expect, test } from 'vitest';
import type { Appointment, Attendee } from '../../../shared/contract/appointments.ts';
import { offeredVisits } from './offeredVisits.ts';

const now = Date.parse('2026-03-10T10:00:00Z');
const visit = (id: string, place: Partial<Attendee> = {}, given: Partial<Appointment> = {}): Appointment => ({
	...{ id, startsAt: '2026-03-01T14:00:00Z', endsAt: '2026-03-01T14:50:00Z', status: 'DONE', seriesId: null },
	service: { id: 'service', name: 'Session', capacity: 1 },
	office: { id: 'office', name: 'Video', kind: 'VIDEO' },
	professional: { id: 'professional', name: 'Anna Demo' },
	attendees: [
		{
			...{ id, kind: 'CLIENT', name: 'Jón Demo', clientId: 'client', joinLink: 'https://samtal.example/join' },
			...{ amountMinor: 8_500, receivedMinor: 0, invoice: null, cancelledAt: null, cancelReason: null, ...place },
		},
	],
	...{
		amountMinor: 8_500,
		currency: 'ISK',
		receivedMinor: 0,
		note: '',
		resources: [],
		sequence: 0,
		cancelReason: null,
	},
	...given,
});
const on = (id: string) => ({ invoice: { id, number: null, createdById: 'a colleague' } });

test('a draft is offered its own visits, and past ones that nobody has paid or invoiced', () => {
	const visits = [
		visit('open'),
		visit('own', { ...on('this'), receivedMinor: 100 }),
		visit('on another', on('other')),
		visit('paid', { receivedMinor: 8_500 }),
		visit('away', { cancelledAt: '2026-02-28T10:00:00Z' }),
		visit('somebody else', { clientId: 'other' }),
		visit('cancelled', {}, { status: 'CANCELLED' }),
		visit('to come', {}, { startsAt: '2026-03-11T14:00:00Z' }),
		visit('in euros', {}, { currency: 'EUR' }),
	];
	const offered = (invoiceId: string | null) =>
		offeredVisits(visits, { clientId: 'client', currency: 'ISK', invoiceId }, now).map(({ attendeeId }) => attendeeId);
	expect(offered(null)).toEqual(['open']);
	expect(offered('this')).toEqual(['open', 'own']);
});
