import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildClinic } from './testing/clinic.ts';
import { asMember } from './testing/people.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

it('a manager names ways of paying, payments keep them when they are put away', async () => {
	const clinic = await buildClinic(world.database);
	const manager = asMember(world.origin, clinic, clinic.managerId);
	const anna = asMember(world.origin, clinic);
	await expect(anna.createKind('Voucher')).rejects.toMatchObject({ code: 'FORBIDDEN' });
	const { id: kindId } = await manager.createKind(' Voucher ');
	await expect(manager.createKind('voucher')).rejects.toMatchObject({ code: 'CONFLICT' });
	await expect(manager.createKind('x'.repeat(41))).rejects.toMatchObject({ code: 'VALIDATION' });
	expect(await anna.listKinds()).toEqual({ kinds: [{ id: kindId, name: 'Voucher' }] });

	const paid = await anna.record({ method: 'OTHER', kindId });
	expect(paid).toMatchObject({ method: 'OTHER', kind: 'Voucher', status: 'RECEIVED' });
	await expect(anna.archiveKind(kindId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
	await manager.archiveKind(kindId);
	expect(await anna.listKinds()).toEqual({ kinds: [] });
	await expect(anna.record({ method: 'OTHER', kindId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
	expect((await anna.listVisit()).payments).toMatchObject([{ id: paid.id, kind: 'Voucher' }]);
	expect(await manager.createKind('Voucher')).toMatchObject({ name: 'Voucher' });
});

it('there are ten at most, however many are added at once; another clinic has none of them', async () => {
	const clinic = await buildClinic(world.database);
	const manager = asMember(world.origin, clinic, clinic.managerId);
	const tries = await Promise.allSettled(Array.from({ length: 13 }, (_, nth) => manager.createKind(`Kind ${nth}`)));
	expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
	const [first] = (await manager.listKinds()).kinds;
	const kindId = first?.id ?? '';

	const theirs = await buildClinic(world.database);
	const stranger = asMember(world.origin, theirs, theirs.managerId);
	expect(await stranger.listKinds()).toEqual({ kinds: [] });
	await expect(stranger.archiveKind(kindId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
	await expect(stranger.record({ method: 'OTHER', kindId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
