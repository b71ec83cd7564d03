/** What becomes of a card when it is charged. */
export type CardOutcome =
	| { type: 'succeeds' }
	| { type: 'declined'; code: 'card_declined' | 'authentication_required'; declineCode: DeclineCode; message: string }
	| { type: 'asks for 3-D Secure' };
type DeclineCode = 'authentication_required' | 'generic_decline' | 'insufficient_funds';

interface TestCard {
	brand: 'visa';
	outcome: CardOutcome;
	/** The same where its holder is not there; as `outcome` unless given. */
	offSession?: CardOutcome;
}

const declined = (declineCode: DeclineCode, message: string): CardOutcome => ({
	type: 'declined',
	code: 'card_declined',
	declineCode,
	message,
});
const wantsItsHolder: CardOutcome = {
	...{ type: 'declined', code: 'authentication_required', declineCode: 'authentication_required' },
	message: 'Your card was declined. This transaction requires authentication.',
};

/** Stripe's own test numbers (Stripe, "Test card numbers"; which one wants its holder: "Authentication and setup"). */
const testCards = new Map<string, TestCard>([
	['4242424242424242', { brand: 'visa', outcome: { type: 'succeeds' } }],
	['4000000000000002', { brand: 'visa', outcome: declined('generic_decline', 'Your card was declined.') }],
	['4000000000009995', { brand: 'visa', outcome: declined('insufficient_funds', 'Your card has insufficient funds.') }],
	['4000000000000259', { brand: 'visa', outcome: { type: 'succeeds' } }],
	['4000000000005126', { brand: 'visa', outcome: { type: 'succeeds' } }],
	['4000002500003155', { brand: 'visa', outcome: { type: 'asks for 3-D Secure' }, offSession: { type: 'succeeds' } }],
	['4000002760003184', { brand: 'visa', outcome: { type: 'asks for 3-D Secure' }, offSession: wantsItsHolder }],
]);

/** Ends the number of the card whose refunds are sent and come back (Stripe, "Test cards", refunds). */
const refundFailsLast4 = '5126';
export const refundFails = (last4: string | undefined): boolean => last4 === refundFailsLast4;

/** Ends the number of the card whose payments are disputed as fraud (Stripe, "Test disputes"). */
const disputedLast4 = '0259';
export const isDisputed = (last4: string | undefined): boolean => last4 === disputedLast4;

/** The test card with this number, spaces ignored, or null: the stand-in takes no other cards. */
export const findTestCard = (number: string): TestCard | null => testCards.get(number.replaceAll(' ', '')) ?? null;

/** What becomes of a kept card: more of its number than its end is not kept. */
export function offSessionOutcome(last4: string): CardOutcome {
	const card = [...testCards].find(([number]) => number.endsWith(last4))?.[1];
	return card?.offSession ?? card?.outcome ?? { type: 'succeeds' };
}
