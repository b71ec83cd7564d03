import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { startPaying } from '../../../shared/contract/payments.ts';
import type { ResponseOf } from '../../../shared/contract/route.ts';
import { createEventApplier } from './events/applier.ts';
import { forgetRevoked } from './cards/forget.ts';
import { reconcile } from './events/reconcile.ts';
import type { PaymentProvider } from './ports.ts';
import { finishRefunds } from './refunds/finish.ts';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { payAndKeep, readConsent, wantsItsHolder, withCards } from './testing/cards.ts';
import { answerChallenge, answerOnPage, asAttendee, asMember, payOnPage, payWithCard } from './testing/people.ts';
import { postEvent } from './testing/webhooks.ts';
import { startWorld, type World } from './testing/world.ts';

/** What can happen, in any order; the numbers choose which payment, form, card or event of those that there are. */
type Step =
	| ['request', number]
	| ['open' | 'keep' | 'removeCard' | 'withdraw' | 'approve' | 'refuse' | 'deliver', number]
	| ['charge' | 'pay' | 'payOnPage' | 'refund', number, number]
	/** The provider's own page, and what becomes of one that was opened. */
	| ['turn' | 'approveOnPage' | 'leavePage', number]
	/** Everything that can be done to one payment, at the same moment. */
	| ['rush', number]
	| ['crash', number]
	| ['restart'];

const cards = ['4242 4242 4242 4242', '4000 0000 0000 0002', '4000 0027 6000 3184'];
const amounts = [100, 8_500, 19_500];
const refundAmounts = [1, 8_500, 19_500];
const days = 24 * 3_600_000;

let world: World;
let clinic: TestClinic;
/** The process dies when Stripe has done so many things that it is asked for, before the last is written down; 0: never. */
let dying = 0;

function mortal(real: PaymentProvider): PaymentProvider {
	const orDie = async <T>(work: Promise<T>): Promise<T> => {
		const done = await work;
		if (dying === 0 || --dying > 0) return done;
		throw new Error('The process died.');
	};
	return {
		...real,
		createIntent: (...args) => orDie(real.createIntent(...args)),
		updateReceiptEmail: (...args) => orDie(real.updateReceiptEmail(...args)),
		cancelIntent: (...args) => orDie(real.cancelIntent(...args)),
		createCheckout: (...args) => orDie(real.createCheckout(...args)),
		findCheckout: (...args) => orDie(real.findCheckout(...args)),
		expireCheckout: (...args) => orDie(real.expireCheckout(...args)),
		findOutcome: (...args) => orDie(real.findOutcome(...args)),
		findCard: (...args) => orDie(real.findCard(...args)),
		createCustomer: (...args) => orDie(real.createCustomer(...args)),
		keepCardOf: (...args) => orDie(real.keepCardOf(...args)),
		chargeKept: (...args) => orDie(real.chargeKept(...args)),
		detachCard: (...args) => orDie(real.detachCard(...args)),
		createRefund: (...args) => orDie(real.createRefund(...args)),
		findRefunds: (...args) => orDie(real.findRefunds(...args)),
	};
}

// Webhooks come only as the test delivers them.
beforeAll(async () => void (world = await startWorld({ webhooks: false, provider: mortal })));
beforeEach(() => void (dying = 0));
afterAll(() => world.close());

const which = fc.nat({ max: 50 });
const opening = ['open', 'keep', 'keep', 'withdraw'] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 2, arbitrary: fc.tuple(fc.constant('request' as const), which) },
	{ weight: 3, arbitrary: fc.tuple(fc.constantFrom(...opening), which) },
	{ weight: 4, arbitrary: fc.tuple(fc.constant('pay' as const), which, which) },
	{ weight: 3, arbitrary: fc.tuple(fc.constantFrom('turn' as const, 'turn' as const, 'leavePage' as const), which) },
	{ weight: 3, arbitrary: fc.tuple(fc.constant('payOnPage' as const), which, which) },
	{ weight: 1, arbitrary: fc.tuple(fc.constant('approveOnPage' as const), which) },
	{ weight: 2, arbitrary: fc.tuple(fc.constant('refund' as const), which, which) },
	{ weight: 4, arbitrary: fc.tuple(fc.constant('charge' as const), which, which) },
	{ weight: 1, arbitrary: fc.tuple(fc.constant('removeCard' as const), which) },
	{ weight: 1, arbitrary: fc.tuple(fc.constantFrom('approve' as const, 'refuse' as const), which) },
	{ weight: 4, arbitrary: fc.tuple(fc.constant('deliver' as const), which) },
	{ weight: 1, arbitrary: fc.tuple(fc.constant('rush' as const), which) },
	{ weight: 3, arbitrary: fc.tuple(fc.constant('crash' as const), which) },
	{ weight: 1, arbitrary: fc.tuple(fc.constant('restart' as const)) },
);

/** The card that was kept before, if any. */
const kept = fc.option(fc.constantFrom('4242 4242 4242 4242', wantsItsHolder));

/** Everybody tries what the steps say; what is refused is refused. */
async function live(steps: readonly Step[]): Promise<string[]> {
	const payments: string[] = [];
	const forms: ResponseOf<typeof startPaying>[] = [];
	const pages: string[] = [];
	const [member, attendee] = [asMember(world.origin, clinic), asAttendee(world.origin, clinic)];
	const pick = <T>(from: readonly T[], nth: number) => (from.length === 0 ? undefined : from[nth % from.length]);
	const cardsOf = withCards(world.origin, clinic);
	const words = { version: (await readConsent(world.origin, clinic))?.version ?? '', locale: 'en' };
	const open = (id: string, keep: typeof words | null = null) =>
		attendee.startPaying(id, undefined, keep).then((form) => forms.push(form), ignore);
	const turn = async (id: string) => {
		await open(id);
		await attendee.openCheckout(id).then(({ url }) => pages.push(url), ignore);
	};
	async function charge(nth: number, fate: number) {
		const [card, id] = [await cardsOf.read(), randomUUID()];
		if (!card) return;
		// The process dies when the card has been charged, or wanted its holder.
		if (fate % 3 === 0) dying = 2;
		payments.push(id);
		const charging = () => cardsOf.charge(card.id, { id, amountMinor: pick(amounts, nth) }).catch(ignore);
		// Pressed twice.
		await Promise.all(nth % 2 === 0 ? [charging()] : [charging(), charging()]);
	}
	async function removeCard() {
		const card = await cardsOf.read();
		if (card) await cardsOf.remove(card.id).catch(ignore);
	}
	const refund = (id: string, amount: number) => member.refund(id, pick(refundAmounts, amount) ?? 1).catch(ignore);
	const withdraw = (id: string) => member.withdraw(id).catch(ignore);
	for (const [act, first = 0, second = 0] of steps) {
		const [paymentId, form] = [pick(payments, first), pick(forms, first)];
		const pay = form && (() => payWithCard(world.origin, form, pick(cards, second)));
		const page = pick(pages, first);
		const payThere = page === undefined ? undefined : () => payOnPage(page, pick(cards, second));
		if (act === 'request') payments.push((await member.request({ amountMinor: pick(amounts, first) ?? 100 })).id);
		else if (act === 'open' && paymentId) await open(paymentId);
		else if (act === 'keep' && paymentId) await open(paymentId, words);
		else if (act === 'charge') await charge(first, second);
		else if (act === 'removeCard') await removeCard();
		else if (act === 'refund' && paymentId) await refund(paymentId, second);
		else if (act === 'withdraw' && paymentId) await withdraw(paymentId);
		else if (act === 'pay') await pay?.();
		else if (act === 'approve' && form) await answerChallenge(world.origin, form, 'approved');
		else if (act === 'refuse' && form) await answerChallenge(world.origin, form, 'refused');
		else if (act === 'turn' && paymentId) await turn(paymentId);
		else if (act === 'payOnPage') await payThere?.();
		else if (act === 'approveOnPage' && page) await answerOnPage(page, 'approved');
		else if (act === 'leavePage' && page) expirePage(page);
		else if (act === 'deliver') await deliver(first);
		else if (act === 'rush' && paymentId)
			await Promise.all([
				...[pay?.(), payThere?.(), open(paymentId), turn(paymentId), turn(paymentId), withdraw(paymentId)],
				...[refund(paymentId, 0), refund(paymentId, 1)],
			]);
		else if (act === 'crash') dying = 1 + (first % 3);
		else if (act === 'restart') await tidyUp(2 * 60_000);
	}
	return payments;
}

function ignore(): void {}

/** A day goes by, after which a page is over. */
function expirePage(url: string): void {
	const session = world.sandbox.books.sessions[url.split('/').at(-1) ?? ''];
	if (session) session.expiresAt = 0;
}

/** Any of the events of this clinic that there ever were, again too. */
async function deliver(nth: number): Promise<void> {
	const events = world.sandbox.books.events.filter(({ account }) => account === clinic.account);
	const event = events[nth % events.length];
	if (event) await postEvent(world, z.record(z.string(), z.json()).parse(JSON.parse(event.payload)));
}

/** What a server does by itself when so much time has passed, in ms. */
async function tidyUp(later: number): Promise<void> {
	const now = () => new Date(Date.now() + later);
	await createEventApplier({ ...world.deps, now }).sweep();
	await reconcile({ ...world.deps, now });
	await finishRefunds({ ...world.deps, now });
	await forgetRevoked({ ...world.deps, now });
}

it('whatever happens in whatever order, Samtal and Stripe agree in the end and nobody has paid twice', async () => {
	await fc.assert(
		fc.asyncProperty(kept, fc.array(step, { minLength: 8, maxLength: 40 }), async (card, steps) => {
			dying = 0;
			clinic = await buildClinic(world.database);
			const before = card === null ? [] : [await payAndKeep(world, clinic, card)];
			const payments = [...before, ...(await live([['request', 1], ...steps]))];
			dying = 0;
			await tidyUp(29 * days);
			await tidyUp(29.5 * days);
			const booked = await world.database.payment.findMany({ where: { clinicId: clinic.clinicId } });
			const intents = Object.values(world.sandbox.books.intents).filter(({ account }) => account === clinic.account);
			expect(booked.map(({ id }) => id).toSorted()).toEqual(payments.toSorted());
			for (const { id, status, amountMinor, refundedMinor, hosted, intentId } of booked) {
				const own = intents.filter(({ metadata }) => metadata['payment_id'] === id);
				if (!hosted) expect(own.length).toBeLessThanOrEqual(1);
				const paid = own.filter((intent) => intent.status === 'succeeded');
				expect([id, status === 'RECEIVED']).toEqual([id, paid.length === 1]);
				expect(paid.every((intent) => intent.id === intentId)).toBe(true);
				expect(paid.every(({ amount }) => amount === amountMinor * 100)).toBe(true);
				const sentBack = paid.flatMap(({ refunds }) => refunds).reduce((sum, { amount }) => sum + amount, 0);
				expect([id, sentBack]).toEqual([id, refundedMinor * 100]);
				const receipts = await world.database.message.count({
					where: {
						clinicId: clinic.clinicId,
						subject: { startsWith: 'Kvittun' },
						text: { contains: id.slice(0, 8).toUpperCase() },
					},
				});
				expect(receipts).toBe(status === 'RECEIVED' ? 1 : 0);
			}
			const onFile = await world.database.cardOnFile.findMany({
				where: { clinicId: clinic.clinicId, methodId: { not: null } },
			});
			const atStripe = Object.values(world.sandbox.books.methods).filter(({ account }) => account === clinic.account);
			expect(onFile.map(({ methodId }) => methodId).toSorted()).toEqual(atStripe.map(({ id }) => id).toSorted());
			for (const { methodId, revokedAt } of onFile) {
				expect(atStripe.find(({ id }) => id === methodId)?.customer === null).toBe(revokedAt !== null);
			}
		}),
		{ seed: 20, numRuns: 30 },
	);
}, 120_000);
