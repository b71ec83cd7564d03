import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { nextVisit } from './visitState.ts';

const visit = (given: Partial<Appointment>): Appointment => ({
	id: 'visit',
	startsAt: '2026-03-01T14:00:00Z',
	endsAt: '2026-03-01T14:50:00Z',
	status: 'PLANNED',
	service: { id: 'service', name: 'Session' },
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
