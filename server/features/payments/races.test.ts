import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { asAttendee, asMember, payWithCard } from './testing/people.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
let clinic: TestClinic;
/** What happens just before the provider is asked for the next thing; only once. */
let meanwhile: { before: 'createIntent' | 'cancelIntent'; act: () => Promise<unknown> } | null = null;

async function interrupt(before: 'createIntent' | 'cancelIntent') {
	if (meanwhile?.before !== before) return;
	const { act } = meanwhile;
	meanwhile = null;
	await act();
}

beforeAll(async () => {
	world = await startWorld({
		webhooks: false,
		provider: (real) => ({
			...real,
			createIntent: async (...input) => {
				await interrupt('createIntent');
				return real.createIntent(...input);
			},
			cancelIntent: async (...input) => {
				await interrupt('cancelIntent');
				return real.cancelIntent(...input);
			},
		}),
	});
	clinic = await buildClinic(world.database);
});
afterAll(() => world.close());

/** Lets `act` happen between what the next request reads and what it writes. */
function beforeNextTransaction(act: () => Promise<unknown>) {
	const { database } = world;
	world.deps.database = new Proxy(database, {
		get(target, key) {
			const value: unknown = Reflect.get(target, key);
			if (key !== '$transaction' || typeof value !== 'function') return value;
			return async (...input: unknown[]) => {
				world.deps.database = database;
				await act();
				return Reflect.apply(value, target, input) as unknown;
			};
		},
	});
}

const find = (id: string) => world.database.payment.findUniqueOrThrow({ where: { id } });

it('a request withdrawn while the card form is being opened gives no form', async () => {
	const professional = asMember(world.origin, clinic);
	const { id } = await professional.request();
	meanwhile = { before: 'createIntent', act: () => professional.withdraw(id) };
	await expect(asAttendee(world.origin, clinic).startPaying(id)).rejects.toMatchObject({ code: 'PAYMENT_WITHDRAWN' });
	expect(await find(id)).toMatchObject({ status: 'CANCELLED', intentId: null });
	const page = await (await fetch(`${world.origin}/dev/stripe`)).text();
	expect(page.match(/<td>canceled<\/td>/g)).toHaveLength(1);
});

it('a form opened while the request is being withdrawn cannot pay it any more', async () => {
	const professional = asMember(world.origin, clinic);
	const { id } = await professional.request();
	let opened: Awaited<ReturnType<ReturnType<typeof asAttendee>['startPaying']>> | undefined;
	beforeNextTransaction(async () => {
		opened = await asAttendee(world.origin, clinic).startPaying(id);
	});
	expect(await professional.withdraw(id)).toMatchObject({ status: 'CANCELLED' });
	if (!opened) throw new Error('the form was not opened in between');
	expect(await payWithCard(world.origin, opened)).toBe('payment_intent_unexpected_state');
});

it('a card accepted while the request is being withdrawn counts, although no webhook came yet', async () => {
	const professional = asMember(world.origin, clinic);
	const { id } = await professional.request();
	const started = await asAttendee(world.origin, clinic).startPaying(id);
	meanwhile = { before: 'cancelIntent', act: () => payWithCard(world.origin, started) };
	await expect(professional.withdraw(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
	expect(await find(id)).toMatchObject({ status: 'RECEIVED', cardLast4: '4242' });
});

it('a second tab learns of money that no webhook told of yet', async () => {
	const client = asAttendee(world.origin, clinic);
	const { id } = await asMember(world.origin, clinic).request();
	await payWithCard(world.origin, await client.startPaying(id));
	await expect(client.startPaying(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
	expect(await find(id)).toMatchObject({ status: 'RECEIVED', cardLast4: '4242' });
});
