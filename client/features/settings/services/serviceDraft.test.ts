import { expect, test } from 'vitest';
import { beginService, toFields } from './serviceDraft.ts';

const offices = [{ id: 'video', name: 'Video', kind: 'VIDEO' as const }];

test('a new service is one to one, offered everywhere, and needs a name and a price', () => {
	const draft = { ...beginService(null, offices, 'EUR'), name: 'Session' };
	expect(toFields(draft)).toBeNull();
	expect(toFields({ ...draft, amountMinor: 0 })).toEqual({
		...{ name: 'Session', durationMinutes: 50, amountMinor: 0, currency: 'EUR', capacity: 1 },
		...{ bookable: true, payFirst: false },
		officeIds: ['video'],
	});
});

test('nothing is sent while something is missing', () => {
	const complete = { ...beginService(null, offices, 'EUR'), name: 'Session', amountMinor: 5_000 };
	for (const missing of [{ name: ' ' }, { officeIds: [] }, { durationMinutes: Number.NaN }, { capacity: Number.NaN }]) {
		expect(toFields({ ...complete, ...missing })).toBeNull();
	}
});
