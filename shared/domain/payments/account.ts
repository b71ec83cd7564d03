/** What Stripe says of a connected account (Stripe API, "The Account object"). */
export interface AccountFacts {
	chargesEnabled: boolean;
	payoutsEnabled: boolean;
	/** Its owner went through the whole of Stripe's form. */
	detailsSubmitted: boolean;
	/** What Stripe wants to know, by its own names: `individual.first_name`. */
	due: readonly string[];
	disabledReason: string | null;
}

export const accountStates = ['incomplete', 'restricted', 'ready'] as const;
export type AccountState = (typeof accountStates)[number];

/** Ready is what takes payments and pays out; incomplete is what its owner has not finished yet. */
export function accountState({ detailsSubmitted, chargesEnabled, payoutsEnabled }: AccountFacts): AccountState {
	if (chargesEnabled && payoutsEnabled) return 'ready';
	return detailsSubmitted ? 'restricted' : 'incomplete';
}

export const restrictions = ['review', 'rejected', 'missing'] as const;
export type Restriction = (typeof restrictions)[number];

/** Why an account that is filled in is held back: Stripe looks at it, refused it, or wants to know more. */
export function restrictionOf(facts: AccountFacts): Restriction | null {
	if (accountState(facts) !== 'restricted') return null;
	if (facts.disabledReason?.startsWith('rejected.')) return 'rejected';
	const reviewed = ['requirements.pending_verification', 'under_review', 'listed'];
	return facts.due.length === 0 || reviewed.includes(facts.disabledReason ?? '') ? 'review' : 'missing';
}

export const missingTopics = ['documents', 'bank', 'terms', 'business', 'person', 'other'] as const;
export type MissingTopic = (typeof missingTopics)[number];

/** Which name belongs to which topic; the first that fits (Stripe, "Required verification information"). */
const topics: readonly [MissingTopic, RegExp][] = [
	['documents', /verification|documents/],
	['bank', /^external_account|^settings\.payouts/],
	['terms', /^tos_acceptance/],
	['business', /^(business_|company|settings)/],
	['person', /^(individual|person_|representative|owners|directors|executives|relationship)/],
];

/** What is missing, as topics that a person understands, each once. */
export function missingOf(due: readonly string[]): MissingTopic[] {
	const named = new Set(due.map((name) => topics.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'));
	return missingTopics.filter((topic) => named.has(topic));
}
