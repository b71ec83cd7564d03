import { afterAll, beforeAll, expect, it } from 'vitest';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import { listPayouts } from '../../../../shared/contract/payouts.ts';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { call } from '../testing/people.ts';
import { receiveByCard } from '../testing/received.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let isAway = false;
beforeAll(async () => {
	world = await startWorld({
		provider: (real) => ({
			...real,
			findPayouts: (...asked) =>
				isAway ? Promise.reject(new SamtalError('PAYMENT_PROVIDER')) : real.findPayouts(...asked),
		}),
	});
});
afterAll(() => world.close());

const list = (clinic: TestClinic, memberId = clinic.managerId, query = {}) =>
	call(world.origin, { 'x-member': memberId }, listPayouts, { query });

it('a manager reads what Stripe pays out, page after page, of their own account only', async () => {
	const clinic = await buildClinic(world.database);
	await receiveByCard(world, clinic);
	const intent = Object.values(world.sandbox.books.intents).find(({ account }) => account === clinic.account);
	if (!intent?.charge) throw new Error('nothing was paid');
	const charge = { ...intent.charge, created: Date.parse('2026-03-02T15:00:00Z') / 1000 };
	for (let nth = 0; nth < 25; nth += 1) {
		const created = charge.created - nth * 86_400;
		const copy = { ...intent, id: `${intent.id}${nth}`, charge: { ...charge, created } };
		world.sandbox.books.intents[copy.id] = copy;
	}
	const first = await list(clinic);
	expect(first.payouts).toHaveLength(20);
	expect(first.payouts[1]).toMatchObject({
		...{ amountMinor: 8500, currency: 'ISK', status: 'PAID', arrivesOn: '2026-03-04' },
	});
	const second = await list(clinic, clinic.managerId, { after: first.next });
	expect(second).toMatchObject({ next: null });
	expect(new Set([...first.payouts, ...second.payouts].map(({ id }) => id)).size).toBe(26);

	const other = await buildClinic(world.database);
	expect(await list(other)).toEqual({ payouts: [], next: null });
	await expect(list(clinic, clinic.professionalId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('says that Stripe does not answer, and asks nobody where no account is connected', async () => {
	const clinic = await buildClinic(world.database);
	isAway = true;
	await expect(list(clinic)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER' });
	await world.database.clinic.update({ where: { id: clinic.clinicId }, data: { stripeAccountId: null } });
	expect(await list(clinic)).toEqual({ payouts: [], next: null });
	isAway = false;
});
