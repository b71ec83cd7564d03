import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { asAttendee, asMember, payWithCard } from './testing/people.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
let clinic: TestClinic;

beforeAll(async () => void (world = await startWorld({ webhooks: false })));
beforeEach(async () => void (clinic = await buildClinic(world.database)));
afterAll(() => world.close());

const professional = () => asMember(world.origin, clinic);
const all = () =>
	world.database.payment.findMany({
		where: { clinicId: clinic.clinicId },
		orderBy: { method: 'asc' },
		select: { method: true, status: true, feeMinor: true, amountMinor: true },
	});

it('what was paid by another way is received, and can no longer be paid by card', async () => {
	const { id } = await professional().request();
	await world.database.payment.update({ where: { id }, data: { feeMinor: 8_500 } });
	const form = await asAttendee(world.origin, clinic).startPaying(id);
	const own = randomUUID();
	await Promise.all([professional().settle(id, own), professional().settle(id, own)]);
	expect(await all()).toEqual([
		{ method: 'CARD', status: 'CANCELLED', feeMinor: 8_500, amountMinor: 8_500 },
		{ method: 'CASH', status: 'RECEIVED', feeMinor: 8_500, amountMinor: 8_500 },
	]);
	expect(await payWithCard(world.origin, form)).toBe('payment_intent_unexpected_state');
	const receipts = { where: { clinicId: clinic.clinicId, to: 'jon@example.com' } };
	expect(await world.database.message.count(receipts)).toBe(1);
});

it('a card that was faster counts, and nothing is written down beside it', async () => {
	const { id } = await professional().request();
	await payWithCard(world.origin, await asAttendee(world.origin, clinic).startPaying(id));
	await expect(professional().settle(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
	expect(await all()).toMatchObject([{ method: 'CARD', status: 'RECEIVED' }]);
});

it('is for those alone whose request it is', async () => {
	const { id } = await professional().request();
	const other = asMember(world.origin, await buildClinic(world.database));
	await expect(other.settle(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
