import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildClinic } from './testing/clinic.ts';
import { asMember } from './testing/people.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const always = ['2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z'] as const;

it('is narrowed by state, way, professional and search, with the sums of what is left', async () => {
	const clinic = await buildClinic(world.database);
	const anna = asMember(world.origin, clinic);
	const manager = asMember(world.origin, clinic, clinic.managerId);
	const open = await anna.request({ description: 'Viðtal' });
	const cash = await anna.record({ method: 'CASH' });
	const back = await anna.record({ method: 'TRANSFER' });
	await anna.refund(back.id, 500);
	const withdrawn = await anna.request();
	await anna.withdraw(withdrawn.id);
	const found = async (filter: Record<string, string>) => {
		const answer = await manager.list(...always, filter);
		expect(answer.total).toBe(answer.payments.length);
		return { ids: answer.payments.map(({ id }) => id), open: answer.open };
	};
	const isk = (amountMinor: number) => [{ currency: 'ISK', amountMinor }];

	expect(await found({})).toEqual({ ids: [withdrawn, back, cash, open].map(({ id }) => id), open: isk(8500) });
	expect(await found({ state: 'open' })).toEqual({ ids: [open.id], open: isk(8500) });
	expect(await found({ state: 'received,refunded' })).toEqual({ ids: [back.id, cash.id], open: isk(0) });
	expect((await found({ state: 'withdrawn' })).ids).toEqual([withdrawn.id]);
	expect((await found({ method: 'CASH,TERMINAL' })).ids).toEqual([cash.id]);
	expect((await found({ professionalId: clinic.professionalId })).ids).toHaveLength(4);
	expect((await found({ professionalId: clinic.managerId })).ids).toEqual([]);
	expect((await found({ search: 'VÍÐTAL' })).ids).toEqual([open.id]);
	expect((await found({ search: 'jon d', state: 'refunded' })).ids).toEqual([back.id]);
	expect((await found({ search: '%' })).ids).toEqual([]);
	await expect(manager.list(...always, { state: 'lost' })).rejects.toMatchObject({ code: 'VALIDATION' });
});

it('comes in pages of which none is missing and none comes twice', async () => {
	const clinic = await buildClinic(world.database);
	const anna = asMember(world.origin, clinic);
	const row = await world.database.payment.findUniqueOrThrow({ where: { id: (await anna.request()).id } });
	await world.database.payment.createMany({ data: Array.from({ length: 119 }, () => ({ ...row, id: randomUUID() })) });
	const seen: string[] = [];
	let cursor: string | null = '';
	while (cursor !== null) {
		const page: Awaited<ReturnType<typeof anna.list>> = await anna.list(...always, cursor === '' ? {} : { cursor });
		expect(page).toMatchObject({ total: 120, open: [{ currency: 'ISK', amountMinor: 120 * 8500 }] });
		seen.push(...page.payments.map(({ id }) => id));
		cursor = page.next;
	}
	expect(seen).toHaveLength(120);
	expect(new Set(seen).size).toBe(120);
});
