import { expect, it } from 'vitest';
import { accountState, missingOf, restrictionOf } from './account.ts';

const ready = { chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true, due: [], disabledReason: null };
const held = { ...ready, chargesEnabled: false, payoutsEnabled: false };

it.each([
	['ready', ready, 'ready', null],
	['new', { ...held, detailsSubmitted: false }, 'incomplete', null],
	['without payouts', { ...ready, payoutsEnabled: false, due: ['external_account'] }, 'restricted', 'missing'],
	[
		'past due',
		{ ...held, due: ['individual.dob.day'], disabledReason: 'requirements.past_due' },
		'restricted',
		'missing',
	],
	['under review', { ...held, due: ['company.name'], disabledReason: 'under_review' }, 'restricted', 'review'],
	['with nothing to do', held, 'restricted', 'review'],
	['rejected', { ...held, disabledReason: 'rejected.fraud' }, 'restricted', 'rejected'],
])('an account that is %s', (_, facts, state, restriction) => {
	expect(accountState(facts)).toBe(state);
	expect(restrictionOf(facts)).toBe(restriction);
});

it('names what is missing by topic, each once', () => {
	expect(
		missingOf([
			...['business_profile.url', 'company.tax_id', 'external_account', 'tos_acceptance.date', 'tos_acceptance.ip'],
			...['individual.first_name', 'person_1.verification.document', 'something.new'],
		]),
	).toEqual(['documents', 'bank', 'terms', 'business', 'person', 'other']);
	expect(missingOf([])).toEqual([]);
});
