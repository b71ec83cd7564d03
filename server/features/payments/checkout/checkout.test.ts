import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { reconcile } from '../events/reconcile.ts';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { answerOnPage, asAttendee, asMember, payOnPage, payWithCard } from '../testing/people.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let clinic: TestClinic;

beforeAll(async () => void (world = await startWorld()));
beforeEach(async () => void (clinic = await buildClinic(world.database)));
afterAll(() => world.close());

const professional = () => asMember(world.origin, clinic);
const client = () => asAttendee(world.origin, clinic);
const find = (id: string) => world.database.payment.findUniqueOrThrow({ where: { id } });
const intentsOf = (id: string) =>
	Object.values(world.sandbox.books.intents).filter(({ metadata }) => metadata['payment_id'] === id);

/** A request whose form was opened, and then the provider's page. */
async function turned() {
	const { id } = await professional().request();
	const form = await client().startPaying(id, 'jon@example.com');
	return { id, form, ...(await client().openCheckout(id)) };
}
const received = (id: string) => expect.poll(async () => (await find(id)).status).toBe('RECEIVED');

it('is paid on the page, after a card that was declined; the receipt goes where the payer said', async () => {
	const { id, url, payment } = await turned();
	expect(payment).toMatchObject({ hosted: true, status: 'PAYING' });
	expect(await payOnPage(url, '4000000000000002')).toBe(200);
	await expect.poll(async () => (await find(id)).status).toBe('FAILED');
	expect(await payOnPage(url)).toBe(303);
	await received(id);
	const paid = intentsOf(id).find(({ status }) => status === 'succeeded');
	expect(await find(id)).toMatchObject({ intentId: paid?.id, cardLast4: '4242', receiptEmail: 'jon@example.com' });
	expect(paid).toMatchObject({ amount: 850_000, receiptEmail: 'jon@example.com' });
	await expect(client().openCheckout(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
});

it('is refunded like any other', async () => {
	const { id, url } = await turned();
	await payOnPage(url);
	await received(id);
	expect(await professional().refund(id, 8_500)).toMatchObject({ refundedMinor: 8_500 });
});

it('ends the form, in every tab', async () => {
	const { id, form } = await turned();
	expect(await payWithCard(world.origin, form)).toBe('payment_intent_unexpected_state');
	await expect(client().startPaying(id)).rejects.toMatchObject({ code: 'CONFLICT' });
	expect(await find(id)).toMatchObject({ status: 'PAYING' });
});

it('is one page, however often and in however many tabs it is asked for, and another once that is over', async () => {
	const { id, url } = await turned();
	const again = await Promise.all([1, 2, 3].map(() => client().openCheckout(id)));
	expect(new Set(again.map((each) => each.url))).toEqual(new Set([url]));
	const session = Object.values(world.sandbox.books.sessions).find(({ id: known }) => url.endsWith(known));
	if (session) session.expiresAt = 0;
	const next = await client().openCheckout(id);
	expect(next.url).not.toBe(url);
	expect(await payOnPage(url)).toBe(200);
	expect(await payOnPage(next.url)).toBe(303);
	await received(id);
});

it('is not there where the form was faster', async () => {
	const { id } = await professional().request();
	await payWithCard(world.origin, await client().startPaying(id));
	await expect(client().openCheckout(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
	expect(intentsOf(id)).toHaveLength(1);
});

it('is not there before somebody said where the receipt goes, nor for another payer', async () => {
	const { id } = await professional().request();
	await expect(client().openCheckout(id)).rejects.toMatchObject({ code: 'CONFLICT' });
	const other = asAttendee(world.origin, await buildClinic(world.database));
	await expect(other.openCheckout(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('ends with the request that is withdrawn, also where the bank still asks its holder', async () => {
	const { id, url } = await turned();
	await payOnPage(url, '4000002760003184');
	expect(await professional().withdraw(id)).toMatchObject({ status: 'CANCELLED' });
	await answerOnPage(url, 'approved');
	expect(intentsOf(id).map(({ status }) => status)).toEqual(['canceled', 'canceled']);
	await expect(client().openCheckout(id)).rejects.toMatchObject({ code: 'PAYMENT_WITHDRAWN' });
});

it('counts although no webhook came: when it is withdrawn, and when Stripe is asked', async () => {
	const silent = await startWorld({ webhooks: false });
	try {
		const there = await buildClinic(silent.database);
		const [payer, member] = [asAttendee(silent.origin, there), asMember(silent.origin, there)];
		const pay = async () => {
			const { id } = await member.request();
			await payer.startPaying(id);
			await payOnPage((await payer.openCheckout(id)).url);
			return id;
		};
		await expect(member.withdraw(await pay())).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
		const id = await pay();
		await reconcile({ ...silent.deps, now: () => new Date(Date.now() + 120_000) });
		expect(await silent.database.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({
			...{ status: 'RECEIVED', cardLast4: '4242' },
		});
	} finally {
		await silent.close();
	}
});
