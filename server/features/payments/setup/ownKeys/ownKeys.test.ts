import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildClinic, type TestClinic } from '../../testing/clinic.ts';
import { asAttendee, asMember, payWithCard } from '../../testing/people.ts';
import { startWorld, type World } from '../../testing/world.ts';
import { asManager } from '../testing/managers.ts';

let world: World;
let clinic: TestClinic;
let manager: ReturnType<typeof asManager>;
let name: string;

// The way of the platform's webhooks leads nowhere: what is told here comes to the account's own address.
beforeAll(async () => {
	world = await startWorld({ webhooks: false });
});
afterAll(() => world.close());
beforeEach(async () => {
	name = randomUUID().replaceAll('-', '');
	clinic = await buildClinic(world.database);
	await world.database.clinic.update({ where: { id: clinic.clinicId }, data: { stripeAccountId: null } });
	manager = asManager(world.origin, clinic.managerId);
});

const keys = (insteadOf: string | null = null, own = name) => ({
	...{ secretKey: `sk_test_own${own}`, publishableKey: `pk_test_own${own}`, insteadOf },
});
const account = () => `acct_own${name}`;
const endpoints = () => Object.values(world.sandbox.books.endpoints).filter((each) => each.account === account());
const statusOf = async (id: string) => (await world.database.payment.findUniqueOrThrow({ where: { id } })).status;

async function pay() {
	const { id } = await asMember(world.origin, clinic).request();
	const started = await asAttendee(world.origin, clinic).startPaying(id);
	expect(await payWithCard(world.origin, started)).toBe('succeeded');
	await vi.waitFor(async () => expect(await statusOf(id)).toBe('RECEIVED'), { timeout: 10_000 });
	return { id, started };
}

describe('a clinic with keys of its own', () => {
	it('is paid on their account, and hears of it at an address of its own', async () => {
		expect(await manager.giveKeys(keys())).toMatchObject({
			account: { id: account(), state: 'ready', ownKeys: { hint: name.slice(-4) } },
		});
		expect(Object.values(world.sandbox.books.domains)).toContainEqual(expect.objectContaining({ account: account() }));
		const { id, started } = await pay();
		expect(started).toMatchObject({ publishableKey: keys().publishableKey, stripeAccount: null });
		expect(await world.database.payment.findUnique({ where: { id } })).toMatchObject({ accountId: account() });
		const { refunds } = await asMember(world.origin, clinic, clinic.managerId).refund(id, 500);
		expect(refunds).toMatchObject([{ amountMinor: 500 }]);
		expect(await manager.check()).toMatchObject({ account: { state: 'ready' } });
	});

	it('never sees them again, nor does whoever reads the database', async () => {
		const shown = await manager.giveKeys(keys());
		expect(JSON.stringify(shown)).not.toContain('sk_test');
		const row = await world.database.paymentAccount.findUniqueOrThrow({ where: { id: account() } });
		expect(Buffer.from(row.sealedKeys ?? []).toString('latin1')).not.toMatch(/sk_|pk_|whsec_/);
		// Moved to another account, they stay closed.
		expect(world.deps.secrets.open(row.sealedKeys ?? new Uint8Array(), 'acct_other')).toBeNull();
	});

	it('can give others for the same account, which goes on telling one address', async () => {
		await manager.giveKeys(keys());
		const [before] = endpoints();
		await manager.giveKeys(keys(account()));
		expect(endpoints()).toHaveLength(1);
		expect(endpoints()[0]?.id).not.toBe(before?.id);
		await pay();
	});

	it('takes them away for good', async () => {
		await manager.giveKeys(keys());
		const { id } = await pay();
		expect(await manager.disconnect(account())).toMatchObject({ account: null });
		expect(endpoints()).toEqual([]);
		const row = await world.database.paymentAccount.findUniqueOrThrow({ where: { id: account() } });
		expect(row).toMatchObject({ ownKeys: true, sealedKeys: null, keyHint: null });
		const refunding = asMember(world.origin, clinic, clinic.managerId).refund(id, 500);
		await expect(refunding).rejects.toMatchObject({ code: 'REFUND_AT_STRIPE' });
		expect(await world.database.refund.count({ where: { paymentId: id } })).toBe(0);
	});
});

describe('keys', () => {
	it.each([
		['that Stripe does not know', { secretKey: 'sk_live_nobody', publishableKey: 'pk_live_nobody' }, 'KEYS_REFUSED'],
		['of which one is for trials only', { secretKey: 'sk_live_nobody' }, 'KEYS_REFUSED'],
		['in each other’s place', { secretKey: 'pk_test_1', publishableKey: 'sk_test_1' }, 'VALIDATION'],
		['that are none', { secretKey: 'sk_test_\n' }, 'VALIDATION'],
	])('%s are refused, and nothing is kept', async (_, wrong, code) => {
		await expect(manager.giveKeys({ ...keys(), ...wrong })).rejects.toMatchObject({ code });
		expect(await manager.account()).toMatchObject({ account: null });
		expect(endpoints()).toEqual([]);
	});

	it('of another clinic’s account are refused', async () => {
		await manager.giveKeys(keys());
		const [endpoint] = endpoints();
		const other = await buildClinic(world.database);
		const taking = asManager(world.origin, other.managerId).giveKeys(keys(other.account));
		await expect(taking).rejects.toMatchObject({ code: 'ACCOUNT_UNUSABLE' });
		expect(endpoints()).toEqual([endpoint]);
	});

	it('do not push aside an account that was connected meanwhile', async () => {
		await manager.giveKeys(keys());
		const late = manager.giveKeys(keys(null, `${name}2`));
		await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
		expect(await manager.account()).toMatchObject({ account: { id: account() } });
	});

	it('are for managers of a clinic that takes payments', async () => {
		const professional = asManager(world.origin, clinic.professionalId);
		await expect(professional.giveKeys(keys())).rejects.toMatchObject({ code: 'FORBIDDEN' });
		await world.database.clinic.update({ where: { id: clinic.clinicId }, data: { paymentsEnabled: false } });
		await expect(manager.giveKeys(keys())).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
	});
});

it('an event for one account, signed with the secret of another, is refused', async () => {
	await manager.giveKeys(keys());
	const [endpoint] = endpoints();
	const { Stripe } = await import('stripe');
	const payload = JSON.stringify({ id: `evt_${name}`, object: 'event', type: 'payment_intent.succeeded' });
	const send = (path: string, secret: string) =>
		fetch(`${world.origin}/api/stripe/webhook${path}`, {
			method: 'POST',
			body: payload,
			headers: { 'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret }) },
		});
	expect((await send('/acct_other', endpoint?.secret ?? '')).status).toBe(400);
	expect((await send('', endpoint?.secret ?? '')).status).toBe(400);
	expect((await send(`/${account()}`, 'whsec_test')).status).toBe(400);
	expect((await send(`/${account()}`, endpoint?.secret ?? '')).status).toBe(200);
	expect(await world.database.stripeEvent.findUnique({ where: { id: `evt_${name}` } })).toMatchObject({
		account: account(),
	});
});
