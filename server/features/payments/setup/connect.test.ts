import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee, asMember, payWithCard } from '../testing/people.ts';
import { postEvent } from '../testing/webhooks.ts';
import { startWorld, type World } from '../testing/world.ts';
import { readAccount, keepReading } from './readings.ts';
import { asManager, endForm } from './testing/managers.ts';

let world: World;
let clinic: TestClinic;
let manager: ReturnType<typeof asManager>;

// The stand-in's own webhooks go nowhere here: each test sends exactly the events that it speaks of.
beforeAll(async () => {
	world = await startWorld({ webhooks: false });
});
afterAll(() => world.close());
beforeEach(async () => {
	clinic = await buildClinic(world.database);
	await world.database.clinic.update({ where: { id: clinic.clinicId }, data: { stripeAccountId: null } });
	manager = asManager(world.origin, clinic.managerId);
});

const current = async () => (await manager.account()).account?.id ?? '';
/** Connects a new account whose form ended so. */
async function connect(outcome: Parameters<typeof endForm>[1]) {
	const { url } = await manager.connect();
	await endForm(url, outcome);
	return current();
}
const accountEvent = (account: string, type = 'account.updated') => ({
	...{ id: `evt_${randomUUID()}`, object: 'event', account, created: 1_795_000_000, type },
	data: { object: { id: account, object: 'account', charges_enabled: false } },
});
const request = () => asMember(world.origin, clinic).request();

describe('connecting an account', () => {
	it('leads to the form and back, and takes payments when Stripe says so', async () => {
		expect(await manager.account()).toMatchObject({ account: null });
		await expect(request()).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
		const { url } = await manager.connect();
		expect(await manager.account()).toMatchObject({
			account: { state: 'incomplete', missing: ['bank', 'terms', 'business', 'person'] },
		});
		await expect(request()).rejects.toMatchObject({ code: 'PAYMENTS_NOT_READY' });
		expect(await endForm(url, 'ready')).toBe(`${world.origin}/settings/client-payments?stripe=back`);
		expect(await manager.check()).toMatchObject({ account: { state: 'ready', missing: [], takesPayments: true } });
		const { id } = await request();
		const started = await asAttendee(world.origin, clinic).startPaying(id);
		expect(started.stripeAccount).toBe(await current());
		expect(await payWithCard(world.origin, started)).toBe('succeeded');
	});

	it('goes on with the same account after it was left, by a link for one use', async () => {
		const account = await connect('leave');
		const { url } = await manager.connect();
		expect(await current()).toBe(account);
		await endForm(url, 'restricted');
		expect(await endForm(url, 'ready')).toBe(`${world.origin}/settings/client-payments?stripe=again`);
		expect(await manager.check()).toMatchObject({ account: { state: 'restricted', restriction: 'missing' } });
	});

	it('has the form offer wallets on our pages, once however often it is connected; cards are taken without', async () => {
		const account = await connect('leave');
		await manager.connect();
		const domains = Object.values(world.sandbox.books.domains).filter((each) => each.account === account);
		expect(domains).toMatchObject([{ domain: new URL(world.origin).hostname }]);

		const { accounts } = world.deps;
		world.deps.accounts = { ...accounts, registerDomain: () => Promise.reject(new Error('Not to be had.')) };
		try {
			await endForm((await manager.connect()).url, 'ready');
			expect(await manager.check()).toMatchObject({ account: { takesPayments: true } });
		} finally {
			world.deps.accounts = accounts;
		}
	});

	it('by two managers at once makes one account', async () => {
		const { accounts } = world.deps;
		const made = new Set<string>();
		world.deps.accounts = {
			...accounts,
			create: async (...wanted) => {
				const account = await accounts.create(...wanted);
				made.add(account);
				return account;
			},
		};
		await Promise.all([manager.connect(), manager.connect(), manager.connect()]);
		world.deps.accounts = accounts;
		expect([...made]).toEqual([await current()]);
		const rows = await world.database.paymentAccount.findMany({ where: { clinicId: clinic.clinicId } });
		expect(rows.filter(({ id }) => id !== clinic.account).map(({ id }) => id)).toEqual([await current()]);
	});

	it('takes an existing one, but none that is unknown or another clinic’s', async () => {
		const mine = await connect('ready');
		const other = await buildClinic(world.database);
		const stranger = asManager(world.origin, other.managerId);
		const change = (existing: string) => stranger.connect({ existing, insteadOf: other.account });
		for (const existing of ['acct_nobody', mine]) {
			await expect(change(existing)).rejects.toMatchObject({ code: 'ACCOUNT_UNUSABLE' });
		}
		expect((await stranger.account()).account?.id).toBe(other.account);
		await manager.disconnect(mine);
		await expect(change(mine)).rejects.toMatchObject({ code: 'ACCOUNT_UNUSABLE' });
		await manager.connect({ existing: mine });
		expect(await manager.account()).toMatchObject({ account: { id: mine, state: 'ready' } });
	});

	it('that was made elsewhere is of the clinic that named it first', async () => {
		await manager.connect({ existing: 'acct_demo' });
		const other = await buildClinic(world.database);
		const stranger = asManager(world.origin, other.managerId);
		const taking = stranger.connect({ existing: 'acct_demo', insteadOf: other.account });
		await expect(taking).rejects.toMatchObject({ code: 'ACCOUNT_UNUSABLE' });
		expect((await stranger.account()).account?.id).toBe(other.account);
	});

	it('does not take an account of ours that was made for another clinic and lost', async () => {
		const lost = await world.deps.accounts.create(randomUUID(), randomUUID());
		await expect(manager.connect({ existing: lost })).rejects.toMatchObject({ code: 'ACCOUNT_UNUSABLE' });
	});

	it('in place of another lets begun payments end where they began', async () => {
		const before = await connect('ready');
		await manager.check();
		const { id } = await request();
		const client = asAttendee(world.origin, clinic);
		await client.startPaying(id);
		await manager.connect({ insteadOf: before });
		const after = await current();
		expect(after).not.toBe(before);
		expect((await client.startPaying(id)).stripeAccount).toBe(before);
		await expect(manager.connect({ insteadOf: before })).rejects.toMatchObject({ code: 'CONFLICT' });
		expect(await current()).toBe(after);
	});

	it('is refused without approval, and to everybody but managers', async () => {
		const account = await connect('ready');
		const professional = asManager(world.origin, clinic.professionalId);
		const attempts = [
			...[professional.account(), professional.check(), professional.connect(), professional.disconnect(account)],
		];
		for (const answer of await Promise.allSettled(attempts)) {
			expect(answer).toMatchObject({ reason: { code: 'FORBIDDEN' } });
		}
		await world.database.clinic.update({ where: { id: clinic.clinicId }, data: { paymentsEnabled: false } });
		await expect(manager.connect()).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
		await expect(request()).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
	});
});

describe('what Stripe tells of an account', () => {
	it('is asked for again at every event, so that a late one brings nothing old', async () => {
		const account = await connect('ready');
		expect((await manager.account()).account?.state).toBe('incomplete');
		expect(await postEvent(world, accountEvent(account))).toMatchObject({ status: 200 });
		expect((await manager.account()).account?.state).toBe('ready');
	});

	it('is not overwritten by a reading that was asked for earlier and answered later', async () => {
		const account = await connect('leave');
		const { reading } = await readAccount(account, world.deps);
		const early = new Date(Date.now() - 60_000);
		const { url } = await manager.connect();
		await endForm(url, 'ready');
		await manager.check();
		await keepReading(world.database, account, { reading, readAt: early });
		await keepReading(world.database, account, { reading: null, readAt: early });
		expect((await manager.account()).account).toMatchObject({ id: account, state: 'ready' });
	});

	it('closes the door while the form is open', async () => {
		await connect('ready');
		await manager.check();
		const { id } = await request();
		await endForm((await manager.connect()).url, 'restricted');
		await postEvent(world, accountEvent(await current()));
		await expect(request()).rejects.toMatchObject({ code: 'PAYMENTS_NOT_READY' });
		await expect(asAttendee(world.origin, clinic).startPaying(id)).rejects.toMatchObject({
			code: 'PAYMENTS_NOT_READY',
		});
	});

	it('takes an account away that its owner disconnected there', async () => {
		const account = await connect('ready');
		const { accounts } = world.deps;
		world.deps.accounts = { ...accounts, read: () => Promise.resolve(null) };
		await postEvent(world, accountEvent(account, 'account.application.deauthorized'));
		world.deps.accounts = accounts;
		expect((await manager.account()).account).toBeNull();
	});
});

describe('disconnecting', () => {
	it('waits for open requests, unless they are withdrawn', async () => {
		const account = await connect('ready');
		await manager.check();
		const ids = [(await request()).id, (await request()).id];
		await asAttendee(world.origin, clinic).startPaying(ids[0] ?? '');
		await expect(manager.disconnect(account)).rejects.toMatchObject({ code: 'OPEN_PAYMENTS', details: { count: 2 } });
		expect(await manager.account()).toMatchObject({ account: { id: account }, openRequests: 2 });
		expect(await manager.disconnect(account, true)).toMatchObject({ account: null, openRequests: 0 });
		const rows = await world.database.payment.findMany({ where: { id: { in: ids } } });
		expect(rows.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
		await expect(manager.disconnect(account, true)).rejects.toMatchObject({ code: 'CONFLICT' });
	});

	it('counts what is asked for at the same moment', async () => {
		for (let round = 0; round < 5; round += 1) {
			await world.database.payment.updateMany({ where: { clinicId: clinic.clinicId }, data: { status: 'CANCELLED' } });
			const account = await connect('ready');
			await manager.check();
			await Promise.allSettled([manager.disconnect(account), request()]);
			const { account: left, openRequests } = await manager.account();
			if (left === null) expect(openRequests).toBe(0);
			if (left) await manager.disconnect(account, true);
		}
	});

	it('keeps what the client paid first', async () => {
		const account = await connect('ready');
		await manager.check();
		const { id } = await request();
		const started = await asAttendee(world.origin, clinic).startPaying(id);
		await payWithCard(world.origin, started);
		expect(await manager.disconnect(account, true)).toMatchObject({ account: null, openRequests: 0 });
		expect(await world.database.payment.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'RECEIVED' });
	});
});
