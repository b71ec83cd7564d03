import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { aMinuteLater, payAndKeep, readConsent, wantsItsHolder, withCards, withOwnCard } from '../testing/cards.ts';
import { asAttendee, asMember, payWithCard } from '../testing/people.ts';
import { postEvent } from '../testing/webhooks.ts';
import { startWorld, type World } from '../testing/world.ts';
import { forgetRevoked } from './forget.ts';

let world: World;
let clinic: TestClinic;
/** What happens to the next request of this kind: it never comes back, though Stripe did what it was asked. */
let lost: 'createIntent' | 'chargeKept' | null = null;

async function orLose<T>(kind: typeof lost, work: Promise<T>): Promise<T> {
	const done = await work;
	if (lost !== kind) return done;
	lost = null;
	throw new Error('The process died.');
}

beforeAll(async () => {
	world = await startWorld({
		webhooks: false,
		provider: (real) => ({
			...real,
			createIntent: (...input) => orLose('createIntent', real.createIntent(...input)),
			chargeKept: (...input) => orLose('chargeKept', real.chargeKept(...input)),
		}),
	});
});
beforeEach(async () => {
	lost = null;
	clinic = await buildClinic(world.database);
});
afterAll(() => world.close());

const professional = () => withCards(world.origin, clinic);
const cardsKept = () => world.database.cardOnFile.findMany({ where: { clientId: clinic.clientId } });
/** A card that is kept, ready to be charged. */
async function keptCard(number?: string) {
	await payAndKeep(world, clinic, number);
	const card = await professional().read();
	if (card === null) throw new Error('no card');
	return card;
}
const chargesOf = (paymentId: string) =>
	Object.values(world.sandbox.books.intents)
		.filter(({ metadata }) => metadata['payment_id'] === paymentId)
		.map(({ status, amount }) => [status, amount]);

describe('letting a card be kept', () => {
	it('keeps the words as they were read, with the payment and the card', async () => {
		const read = await readConsent(world.origin, clinic);
		expect(read?.text).toContain('Demo Clinic keeps this card');
		const paymentId = await payAndKeep(world, clinic);
		const [kept, ...others] = await cardsKept();
		expect(others).toEqual([]);
		expect(kept).toMatchObject({
			...{ paymentId, accountId: clinic.account, consentText: read?.text, consentLocale: 'en' },
			...{ brand: 'visa', last4: '4242', expMonth: 12, expYear: 2034, revokedAt: null },
		});
		expect(await professional().read()).toEqual(await withOwnCard(world.origin, clinic).read());
		expect(await professional().read()).toMatchObject({ id: kept?.id, last4: '4242' });
	});

	it('is of this payment alone: without the words, or when they are taken back, no card is kept', async () => {
		const client = asAttendee(world.origin, clinic);
		const { id } = await asMember(world.origin, clinic).request();
		const words = { version: (await readConsent(world.origin, clinic))?.version ?? '', locale: 'en' };
		await client.startPaying(id, 'jon@example.com', words);
		await payWithCard(world.origin, await client.startPaying(id));
		await aMinuteLater(world);
		expect(await cardsKept()).toEqual([]);
		expect(Object.values(world.sandbox.books.methods).filter(({ account }) => account === clinic.account)).toEqual([]);
	});

	it('is refused for words that are others by now, and not offered to a guest', async () => {
		const { id } = await asMember(world.origin, clinic).request();
		const old = { version: 'before', locale: 'en' };
		const starting = asAttendee(world.origin, clinic).startPaying(id, 'jon@example.com', old);
		await expect(starting).rejects.toMatchObject({ code: 'CONFLICT' });
		await world.database.attendee.update({ where: { id: clinic.attendeeId }, data: { clientId: null } });
		expect(await readConsent(world.origin, clinic)).toBeNull();
	});

	it('a newer card takes the place of the one before, which Stripe forgets', async () => {
		const first = await keptCard();
		await payAndKeep(world, clinic, '4000 0025 0000 3155');
		expect(await professional().read()).toMatchObject({ last4: '3155' });
		await forgetRevoked(world.deps);
		const replaced = await world.database.cardOnFile.findUniqueOrThrow({ where: { id: first.id } });
		expect(replaced).toMatchObject({ revokedBy: 'NEWER_CARD', detachedAt: expect.any(Date) });
		expect(world.sandbox.books.methods[replaced.methodId ?? '']).toMatchObject({ customer: null });
	});

	it('what was agreed to never changes', async () => {
		const { id } = await keptCard();
		const refused = { code: 'P2003' };
		const change = world.database.cardOnFile.update({ where: { id }, data: { consentText: 'Anything' } });
		await expect(change).rejects.toMatchObject(refused);
		await expect(world.database.cardOnFile.delete({ where: { id } })).rejects.toMatchObject(refused);
	});
});

describe('charging it', () => {
	it('the money is received, once however often it is asked for, and the receipt says that it was agreed', async () => {
		const card = await keptCard();
		const id = randomUUID();
		const paid = await professional().charge(card.id, { id });
		expect(paid).toMatchObject({ status: 'RECEIVED', amountMinor: 4_000, card: { last4: '4242' } });
		expect(await professional().charge(card.id, { id })).toEqual(paid);
		expect(chargesOf(id)).toEqual([['succeeded', 400_000]]);
		const receipts = await world.database.message.findMany({
			where: { clinicId: clinic.clinicId, text: { contains: id.slice(0, 8).toUpperCase() } },
		});
		expect(receipts).toMatchObject([{ to: 'jon@example.com', text: expect.stringContaining('eins og þú samþykktir') }]);
	});

	it('a bank that wants its holder leaves a request that they pay by themselves, with one intent', async () => {
		const card = await keptCard(wantsItsHolder);
		await world.database.client.update({ where: { id: clinic.clientId }, data: { email: 'holder@example.com' } });
		const { id, ...asked } = await professional().charge(card.id);
		expect(asked).toMatchObject({ status: 'FAILED', failureCode: 'authentication_required' });
		const client = asAttendee(world.origin, clinic);
		expect((await client.list()).payments).toContainEqual(expect.objectContaining({ id, status: 'FAILED' }));
		await aMinuteLater(world);
		const mails = await world.database.message.findMany({
			where: { clinicId: clinic.clinicId, text: { contains: '/pay#' } },
		});
		expect(mails).toMatchObject([{ to: 'holder@example.com', text: expect.stringContaining('bankinn hafnaði') }]);
		await payWithCard(world.origin, await client.startPaying(id));
		await aMinuteLater(world);
		expect(chargesOf(id)).toEqual([['succeeded', 400_000]]);
		expect(await world.database.payment.findUnique({ where: { id } })).toMatchObject({
			...{ status: 'RECEIVED', cardOnFileId: null },
		});
	});

	it.each([
		['createIntent', '4242 4242 4242 4242', 'succeeded', 'RECEIVED'],
		['chargeKept', '4242 4242 4242 4242', 'succeeded', 'RECEIVED'],
		['chargeKept', wantsItsHolder, 'requires_payment_method', 'FAILED'],
	] as const)('goes on after a crash in %s of %s, with one intent', async (kind, number, atStripe, status) => {
		const card = await keptCard(number);
		const id = randomUUID();
		lost = kind;
		await expect(professional().charge(card.id, { id })).rejects.toMatchObject({ code: 'INTERNAL' });
		await aMinuteLater(world);
		expect(chargesOf(id)).toEqual([[atStripe, 400_000]]);
		expect(await world.database.payment.findUnique({ where: { id } })).toMatchObject({ status });
	});

	it('one that was never carried out within a day is left to the client', async () => {
		const card = await keptCard();
		const id = randomUUID();
		lost = 'createIntent';
		await expect(professional().charge(card.id, { id })).rejects.toMatchObject({ code: 'INTERNAL' });
		await aMinuteLater(world, 25 * 3_600_000);
		expect(chargesOf(id)).toEqual([['requires_payment_method', 400_000]]);
		expect(await world.database.payment.findUnique({ where: { id } })).toMatchObject({ failureCode: 'not_reached' });
	});

	it('one that is withdrawn before it was carried out charges nobody', async () => {
		const card = await keptCard();
		const id = randomUUID();
		lost = 'createIntent';
		await expect(professional().charge(card.id, { id })).rejects.toMatchObject({ code: 'INTERNAL' });
		expect(await asMember(world.origin, clinic).withdraw(id)).toMatchObject({ status: 'CANCELLED' });
		await aMinuteLater(world);
		expect(chargesOf(id).map(([status]) => status)).not.toContain('succeeded');
	});

	it('on an account that is not the clinic’s any more is no card to charge; its holder still removes it', async () => {
		const card = await keptCard();
		await world.database.clinic.update({ where: { id: clinic.clinicId }, data: { stripeAccountId: null } });
		expect(await professional().read()).toBeNull();
		await expect(professional().charge(card.id)).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
		await withOwnCard(world.origin, clinic).remove(card.id);
		expect(await withOwnCard(world.origin, clinic).read()).toBeNull();
	});

	it('without a visit it is for a manager, in the clinic’s currency', async () => {
		const card = await keptCard();
		const bare = { appointmentId: null };
		await expect(professional().charge(card.id, bare)).rejects.toMatchObject({ code: 'FORBIDDEN' });
		const manager = withCards(world.origin, clinic, clinic.managerId);
		expect(await manager.charge(card.id, bare)).toMatchObject({ status: 'RECEIVED', appointmentId: null });
	});
});

describe('removing it', () => {
	it.each([
		['the client', 'CLIENT', (cardId: string) => withOwnCard(world.origin, clinic).remove(cardId)],
		['the clinic', 'MEMBER', (cardId: string) => professional().remove(cardId)],
	] as const)('by %s: Stripe forgets it, what was agreed stays, and nothing is charged any more', async (_, by, go) => {
		const card = await keptCard();
		await go(card.id);
		await go(card.id);
		expect(await professional().read()).toBeNull();
		const [kept] = await cardsKept();
		expect(kept).toMatchObject({ revokedBy: by, detachedAt: expect.any(Date), consentText: expect.any(String) });
		expect(world.sandbox.books.methods[kept?.methodId ?? '']).toMatchObject({ customer: null });
		await expect(professional().charge(card.id)).rejects.toMatchObject({ code: 'CARD_NOT_ON_FILE' });
	});

	it('at Stripe: it is not on file any more', async () => {
		const { id } = await keptCard();
		const { methodId } = await world.database.cardOnFile.findUniqueOrThrow({ where: { id } });
		const event = { id: `evt_${randomUUID()}`, object: 'event', type: 'payment_method.detached' };
		const data = { object: { id: methodId, object: 'payment_method' } };
		const stranger = { ...event, id: `evt_${randomUUID()}`, account: 'acct_other', data };
		await postEvent(world, stranger);
		expect(await professional().read()).toMatchObject({ id });
		await postEvent(world, { ...event, account: clinic.account, data });
		expect(await professional().read()).toBeNull();
		expect(await cardsKept()).toMatchObject([{ revokedBy: 'STRIPE', detachedAt: expect.any(Date) }]);
	});

	it('while a charge waits: it is not carried out', async () => {
		const card = await keptCard();
		const id = randomUUID();
		lost = 'createIntent';
		await expect(professional().charge(card.id, { id })).rejects.toMatchObject({ code: 'INTERNAL' });
		await withOwnCard(world.origin, clinic).remove(card.id);
		await aMinuteLater(world);
		expect(chargesOf(id)).toEqual([['requires_payment_method', 400_000]]);
		expect(await world.database.payment.findUnique({ where: { id } })).toMatchObject({ failureCode: 'card_removed' });
		// To the client it is asked for: no bank has declined anything.
		expect((await asAttendee(world.origin, clinic).list()).payments[0]).toMatchObject({ id, status: 'REQUESTED' });
	});
});

it('another clinic, and a colleague who has no visit with the client, find no card', async () => {
	const card = await keptCard();
	const theirs = await buildClinic(world.database);
	const notFound = { code: 'NOT_FOUND' };
	const stranger = withCards(world.origin, clinic, theirs.managerId);
	await expect(stranger.read()).rejects.toMatchObject(notFound);
	await expect(stranger.charge(card.id)).rejects.toMatchObject(notFound);
	await expect(stranger.remove(card.id)).rejects.toMatchObject(notFound);
	await expect(withOwnCard(world.origin, theirs).remove(card.id)).rejects.toMatchObject(notFound);
	expect(await withOwnCard(world.origin, { ...clinic, clinicId: theirs.clinicId }).read()).toBeNull();

	const { id: _, ...member } = await world.database.member.findUniqueOrThrow({ where: { id: clinic.professionalId } });
	const other = randomUUID();
	await world.database.member.create({ data: { ...member, id: other, email: `${other}@example.com` } });
	const colleague = withCards(world.origin, clinic, other);
	expect(await colleague.read()).toBeNull();
	await expect(colleague.charge(card.id)).rejects.toMatchObject(notFound);
	await expect(colleague.remove(card.id)).rejects.toMatchObject(notFound);
	expect(await professional().read()).toMatchObject({ id: card.id });
});
