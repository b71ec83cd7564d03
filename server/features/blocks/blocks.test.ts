import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAppointment } from '../../../shared/contract/appointments.ts';
import { changeBlock, createBlock, deleteBlock, listBlocks, previewNewBlock } from '../../../shared/contract/blocks.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let browser: TestBrowser;
beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	const member = await signedIn(backend, clinic.clinicId);
	({ browser } = member);
	await backend.db.member.update({ where: { id: member.memberId }, data: { timeZone: 'Europe/Warsaw' } });
});
afterAll(() => backend.close());

const lunch = { startsAt: '2026-03-24T11:00:00Z', endsAt: '2026-03-24T11:45:00Z', title: 'Lunch' };
const repeated = () =>
	browser.call(createBlock, {
		body: { ...lunch, recurrence: { frequency: 'WEEKLY', interval: 1, weekdays: [2, 4], end: { count: 4 } } },
	});
const starts = async () => {
	const query = { from: '2026-03-01T00:00:00Z', to: '2026-04-30T00:00:00Z' };
	return (await browser.call(listBlocks, { query })).blocks.map(({ startsAt }) => startsAt.slice(0, 16));
};
const all = ['2026-03-24T11:00', '2026-03-26T11:00', '2026-03-31T10:00', '2026-04-02T10:00'];

test('a block keeps its time on the professional’s clock, and is in the way of visits', async () => {
	const { blocks } = await repeated();
	expect(await starts()).toEqual(all);
	expect(blocks.at(-1)).toMatchObject({ endsAt: '2026-04-02T10:45:00.000Z', title: 'Lunch' });
	const { clientId, serviceId } = clinic;
	const body = { client: { id: clientId }, serviceId, startsAt: '2026-03-31T10:30:00Z' };
	await expect(browser.call(createAppointment, { body })).rejects.toMatchObject({
		code: 'SLOT_TAKEN',
		details: { conflicts: [{ kind: 'BLOCK', name: 'Lunch', startsAt: '2026-03-31T10:00:00.000Z' }] },
	});
});

test.each([
	['this', [0, 2, 3]],
	['following', [0]],
	['all', []],
] as const)('deleting %s leaves the others', async (scope, left) => {
	const { blocks } = await repeated();
	await browser.call(deleteBlock, { params: { blockId: blocks[1]?.id ?? '' }, query: { scope } });
	expect(await starts()).toEqual(left.map((nth) => all[nth]));
});

test('one block is moved and renamed by itself', async () => {
	const { blocks } = await repeated();
	const to = { startsAt: '2026-03-26T12:00:00.000Z', endsAt: '2026-03-26T13:00:00.000Z', title: 'Late lunch' };
	const changed = await browser.call(changeBlock, { params: { blockId: blocks[1]?.id ?? '' }, body: to });
	expect(changed).toMatchObject(to);
	expect(await starts()).toEqual([all[0], '2026-03-26T12:00', all[2], all[3]]);
});

test.each([
	['following', [0], [1, 2, 3]],
	['all', [], [0, 1, 2, 3]],
] as const)(
	'moving and resizing %s keeps to the clock, and what was moved by itself stays',
	async (scope, kept, moved) => {
		const { blocks } = await repeated();
		const late = { startsAt: '2026-03-31T15:00:00.000Z', endsAt: '2026-03-31T15:30:00.000Z', title: 'Late' };
		await browser.call(changeBlock, { params: { blockId: blocks[2]?.id ?? '' }, body: late });
		const to = { startsAt: '2026-03-26T12:30:00Z', endsAt: '2026-03-26T13:30:00Z', title: 'Long lunch', scope };
		await browser.call(changeBlock, { params: { blockId: blocks[1]?.id ?? '' }, body: to });
		const after = ['2026-03-24T12:30', '2026-03-26T12:30', '2026-03-31T15:00', '2026-04-02T11:30'];
		expect(await starts()).toEqual([...kept.map((nth) => all[nth]), ...moved.map((nth) => after[nth])]);
		const query = { from: '2026-03-01T00:00:00Z', to: '2026-04-30T00:00:00Z' };
		const listed = (await browser.call(listBlocks, { query })).blocks;
		expect(listed.at(-1)).toMatchObject({ endsAt: '2026-04-02T12:30:00.000Z', title: 'Long lunch' });
		expect(listed[2]).toMatchObject({ endsAt: late.endsAt });
		// They are one series still: what was moved by itself goes with the others.
		await browser.call(deleteBlock, { params: { blockId: listed[1]?.id ?? '' }, query: { scope: 'following' } });
		expect(await starts()).toEqual([...kept, ...moved].slice(0, 1).map((nth) => (scope === 'all' ? after : all)[nth]));
	},
);

test('a preview names the dates and the visits in them, and blocks nothing', async () => {
	const { clientId, serviceId } = clinic;
	const body = { client: { id: clientId }, serviceId, startsAt: '2026-03-31T10:30:00Z' };
	const visit = await browser.call(createAppointment, { body });
	const recurrence = { frequency: 'WEEKLY' as const, interval: 1, end: { until: '2026-04-07' } };
	const { changes, conflicts } = await browser.call(previewNewBlock, { body: { ...lunch, recurrence } });
	expect(changes.map(({ to }) => to.startsAt.slice(0, 16))).toEqual([
		...['2026-03-24T11:00', '2026-03-31T10:00', '2026-04-07T10:00'],
	]);
	expect(conflicts).toMatchObject([
		{ kind: 'VISIT', wantedAt: '2026-03-31T10:00:00.000Z', appointmentId: visit.id, name: visit.attendees[0]?.name },
	]);
	expect(await starts()).toEqual([]);
});

test.each([
	['the end before the start', { startsAt: lunch.endsAt, endsAt: lunch.startsAt }],
	['no time at all', { startsAt: lunch.startsAt, endsAt: lunch.startsAt }],
])('%s is refused, and nothing changes', async (_, wrong) => {
	const { blocks } = await repeated();
	const body = { ...wrong, title: 'Wrong' };
	const params = { blockId: blocks[1]?.id ?? '' };
	for (const ask of [
		() => browser.call(createBlock, { body }),
		() => browser.call(previewNewBlock, { body }),
		() => browser.call(changeBlock, { params, body }),
		() => browser.call(changeBlock, { params, body: { ...body, scope: 'all' } }),
	]) {
		await expect(ask()).rejects.toMatchObject({ code: 'VALIDATION' });
	}
	expect(await starts()).toEqual(all);
	expect(await backend.db.block.count({ where: { title: 'Wrong' } })).toBe(0);
});
