import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { asAttendee, asMember, payWithCard } from './testing/people.ts';
import { startWorld, type World } from './testing/world.ts';
import { withdrawCancelled } from './withdrawCancelled.ts';

let world: World;
let clinic: TestClinic;

beforeAll(async () => void (world = await startWorld({ webhooks: false })));
beforeEach(async () => void (clinic = await buildClinic(world.database)));
afterAll(() => world.close());

const request = async () => (await asMember(world.origin, clinic).request()).id;
const cancelVisit = () =>
	world.database.appointment.update({
		where: { id: clinic.appointmentId },
		data: { status: 'CANCELLED', cancelReason: 'BY_CLIENT', cancelledAt: new Date() },
	});
const statusOf = async (id: string) => (await world.database.payment.findUniqueOrThrow({ where: { id } })).status;
const minutesLater = (minutes: number) => ({
	...world.deps,
	now: () => new Date(Date.now() + minutes * 60_000),
});

it('takes back what was asked for a visit that is cancelled, and nothing else', async () => {
	const [price, kept] = [await request(), await request()];
	await withdrawCancelled(world.deps);
	expect(await statusOf(price)).toBe('REQUESTED');
	await world.database.payment.update({ where: { id: kept }, data: { feeMinor: 8_500 } });
	await cancelVisit();
	const after = await request();
	await withdrawCancelled(world.deps);
	expect([await statusOf(price), await statusOf(kept), await statusOf(after)]).toEqual([
		'CANCELLED',
		'REQUESTED',
		'REQUESTED',
	]);
});

it('lets whoever pays at that moment end, and what was paid counts', async () => {
	const [paid, left] = [await request(), await request()];
	const client = asAttendee(world.origin, clinic);
	const form = await client.startPaying(paid);
	const leftForm = await client.startPaying(left);
	await cancelVisit();
	await withdrawCancelled(world.deps);
	expect(await statusOf(left)).toBe('PAYING');
	await payWithCard(world.origin, form);
	await withdrawCancelled(minutesLater(11));
	expect([await statusOf(paid), await statusOf(left)]).toEqual(['RECEIVED', 'CANCELLED']);
	expect(await payWithCard(world.origin, leftForm)).toBe('payment_intent_unexpected_state');
});
