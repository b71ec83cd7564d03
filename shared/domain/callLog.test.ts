import { describe, expect, it } from 'vitest';
import { phasesOf, togetherMs, wholeStays, type KnownStay } from './callLog.ts';

const minute = 60_000;
const now = 100 * minute;

/** Joined and left in minutes; without `left` seen at `seen` last. */
function stay(peerId: string, joined: number, how: { left?: number; seen?: number; goesOn?: boolean; of?: string }) {
	const { left, seen = left ?? 100, goesOn = false, of: personId = peerId } = how;
	const leftAt = left === undefined ? null : left * minute;
	return { peerId, personId, joinedAt: joined * minute, goesOn, leftAt, seenAt: seen * minute } satisfies KnownStay;
}
const spans = (stays: KnownStay[]) =>
	wholeStays(stays, now).map(({ from, until, last }) => [
		last.peerId,
		from / minute,
		until === null ? null : until / minute,
	]);

describe('a stay', () => {
	it('lasts while it was seen just now, and otherwise ends when it was seen last', () => {
		expect(spans([stay('a', 1, { left: 5 }), stay('b', 1, { seen: 99 }), stay('c', 1, { seen: 97 })])).toEqual([
			['a', 1, 5],
			['b', 1, null],
			['c', 1, 97],
		]);
	});

	it('goes on over servers, however often they are started, unless it had ended', () => {
		const parts = [
			stay('a', 40, { goesOn: true, left: 60 }),
			stay('a', 10, { seen: 20 }),
			stay('a', 22, { goesOn: true, seen: 39 }),
		];
		expect(spans(parts)).toEqual([['a', 10, 60]]);
		expect(spans([stay('a', 10, { left: 20 }), stay('a', 40, { goesOn: true, left: 60 })])).toEqual([
			['a', 10, 20],
			['a', 40, 60],
		]);
	});

	it('of a page that was loaded again after the server was gone is another one', () => {
		expect(spans([stay('a', 10, { seen: 20 }), stay('a', 30, { left: 40 })])).toEqual([
			['a', 10, 20],
			['a', 30, 40],
		]);
	});
});

describe('the time together', () => {
	const together = (stays: KnownStay[]) => togetherMs(wholeStays(stays, now), now) / minute;

	it('is that in which two or more people are there', () => {
		expect(together([stay('host', 0, { left: 60 })])).toBe(0);
		expect(together([stay('host', 0, { left: 60 }), stay('a', 10, { left: 70 }), stay('b', 20, { left: 30 })])).toBe(
			50,
		);
		expect(together([stay('host', 0, { left: 60 }), stay('a', 10, { left: 20 }), stay('b', 50, { left: 55 })])).toBe(
			15,
		);
	});

	it('lasts until now while they are there', () => {
		expect(together([stay('host', 80, {}), stay('a', 90, {})])).toBe(10);
	});

	it('is not that of one person on two devices', () => {
		expect(together([stay('phone', 0, { left: 60, of: 'a' }), stay('laptop', 10, { left: 60, of: 'a' })])).toBe(0);
	});

	it('is there as long as one of a person’s devices is', () => {
		const stays = [stay('phone', 0, { left: 30, of: 'a' }), stay('laptop', 10, { left: 60, of: 'a' })];
		expect(together([...stays, stay('host', 0, { left: 60 })])).toBe(60);
	});
});

describe('phases', () => {
	const told = (changes: [at: number, kind: string | null][], end: number | null = null) =>
		phasesOf<string, { at: number; kind: string | null }>(
			changes.map(([at, kind]) => ({ at, kind })),
			end,
		).map(({ from, until, change }) => [change.kind, from, until]);

	it('last until the next, until there is nothing, or until the end', () => {
		const changes: [number, string | null][] = [
			[1, 'direct'],
			[5, 'server'],
			[9, null],
			[12, 'direct'],
		];
		const first = [
			['direct', 1, 5],
			['server', 5, 9],
		];
		expect(told(changes)).toEqual([...first, ['direct', 12, null]]);
		expect(told(changes, 20)).toEqual([...first, ['direct', 12, 20]]);
	});

	it('are not broken by being told again', () => {
		const changes: [number, string | null][] = [
			[1, 'direct'],
			[5, 'direct'],
			[9, null],
			[10, null],
			[11, 'direct'],
		];
		expect(told(changes, 12)).toEqual([
			['direct', 1, 9],
			['direct', 11, 12],
		]);
	});
});
