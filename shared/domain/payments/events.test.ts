import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPaymentEvent, type PaymentEvent, type PaymentState } from './events.ts';

const paying: PaymentState = { status: 'PAYING', failureCode: null, card: null, receivedAt: null, lastEventAt: null };
const card = { brand: 'visa', last4: '4242' };
const second = (s: number) => s * 1000;

const after = (events: readonly PaymentEvent[]) => events.reduce(applyPaymentEvent, paying);

describe('applyPaymentEvent', () => {
	const failed: PaymentEvent = { type: 'failed', at: second(10), failureCode: 'card_declined' };
	const received: PaymentEvent = { type: 'received', at: second(20), card: { ...card, kept: null } };
	const cancelled: PaymentEvent = { type: 'cancelled', at: second(30) };

	it('records the money with its card and forgets the failure before it', () => {
		expect(after([failed, received])).toEqual({
			status: 'RECEIVED',
			failureCode: null,
			card,
			receivedAt: second(20),
			lastEventAt: second(20),
		});
	});

	it.each<[string, PaymentEvent[], PaymentState['status']]>([
		['a failure', [failed], 'FAILED'],
		['a failure that comes after the money', [received, failed], 'RECEIVED'],
		['a cancellation after the money', [received, cancelled], 'RECEIVED'],
		['money after a cancellation, because it is there', [cancelled, received], 'RECEIVED'],
		['a failure after a cancellation', [cancelled, failed], 'CANCELLED'],
		['a new try after a failure', [failed, { type: 'processing', at: second(11) }], 'PAYING'],
		['a failure older than the newest try', [{ type: 'processing', at: second(11) }, failed], 'PAYING'],
		['a failure in the second of its try', [{ type: 'processing', at: second(10) }, failed], 'FAILED'],
	])('%s', (_, events, status) => expect(after(events).status).toBe(status));

	it('returns the state itself for a repeated event', () => {
		for (const event of [failed, received, cancelled]) {
			const once = applyPaymentEvent(paying, event);
			expect(applyPaymentEvent(once, event)).toBe(once);
		}
	});

	it('ends in the same state in every order and however often each event comes', () => {
		const at = fc.integer({ min: 1, max: 5 }).map(second);
		const tries = fc.array(
			fc.oneof(
				fc.record({ type: fc.constant('processing' as const), at }),
				fc.record({ type: fc.constant('failed' as const), at, failureCode: fc.constantFrom('card_declined', 'lost') }),
			),
			{ maxLength: 5 },
		);
		// The provider tells each of the two ends at most once per payment.
		const end = <T extends PaymentEvent>(event: fc.Arbitrary<T>) => fc.option(event, { nil: undefined });
		const life = fc
			.tuple(
				tries,
				end(fc.record({ type: fc.constant('cancelled' as const), at })),
				end(fc.record({ type: fc.constant('received' as const), at, card: fc.constant({ ...card, kept: null }) })),
			)
			.map(([events, cancel, receive]) => [...events, cancel, receive].filter((event) => event !== undefined));
		const orders = life.chain((events) => {
			const repeated = fc
				.array(fc.nat({ max: Math.max(0, events.length - 1) }), { maxLength: 6 })
				.map((picks) => picks.flatMap((pick) => events[pick] ?? []));
			const shuffled = repeated.chain((more) => {
				const all: PaymentEvent[] = [...events, ...more];
				return fc.shuffledSubarray(all, { minLength: all.length });
			});
			return fc.tuple(fc.constant(events), shuffled);
		});
		fc.assert(
			fc.property(orders, ([events, shuffled]) => {
				expect(after(shuffled)).toEqual(after(events));
			}),
			{ numRuns: 2000 },
		);
	});
});
