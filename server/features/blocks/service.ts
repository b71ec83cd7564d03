import type { z } from 'zod';
import type { block, createBlock } from '../../../shared/contract/blocks.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Recurrence, Scope } from '../../../shared/contract/recurrence.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { occurrencesOf, ruleOf } from '../../../shared/domain/recurrence.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient } from '../ports.ts';
import { changeBlocks, type BlockChange } from './change.ts';
import { blocksOf } from './policy.ts';
import { visitsIn } from './visits-in.ts';

export interface BlockDeps {
	db: Database;
	ambient: Ambient;
}

const withMember = { member: { select: { id: true, name: true } } } satisfies Prisma.BlockInclude;
type Row = Prisma.BlockGetPayload<{ include: typeof withMember }>;

const present = ({ id, startsAt, endsAt, title, member, seriesId }: Row): z.input<typeof block> => ({
	...{ id, ...isoTimes({ startsAt, endsAt }), title, professional: member, seriesId },
});

type Wish = RequestOf<typeof createBlock>['body'];

const isoTimes = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
	startsAt: startsAt.toISOString(),
	endsAt: endsAt.toISOString(),
});

export function createBlocks({ db, ambient }: BlockDeps) {
	const find = async (actor: Actor, id: string) => {
		const row = await db.block.findFirst({ where: { ...blocksOf(actor), id } });
		if (row === null) throw new SamtalError('NOT_FOUND');
		return row;
	};
	/** When the wish blocks time, and by which rule. @throws SamtalError `SERIES_TOO_LONG`, `SERIES_EMPTY` */
	const timesOf = async ({ memberId }: Actor, { recurrence, ...first }: Wish) => {
		const { timeZone } = await db.member.findUniqueOrThrow({ where: { id: memberId }, select: { timeZone: true } });
		const times = [{ startsAt: new Date(first.startsAt), endsAt: new Date(first.endsAt) }];
		return { timeZone, ...(recurrence === undefined ? { rule: null, times } : datesOf(recurrence, first, timeZone)) };
	};

	return {
		/** Those that touch `from … to`, earliest first. */
		async list(actor: Actor, { from, to }: { from: string; to: string }) {
			const rows = await db.block.findMany({
				where: { ...blocksOf(actor), startsAt: { lt: new Date(to) }, endsAt: { gt: new Date(from) } },
				include: withMember,
				orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
			});
			return rows.map(present);
		},

		/**
		 * One block, or as many as the series has dates, each as long on the wall clock as the first.
		 * @throws SamtalError `SERIES_TOO_LONG`, `SERIES_EMPTY`
		 */
		async create(actor: Actor, wish: Wish) {
			const { memberId, clinicId } = actor;
			const { title } = wish;
			const startsAt = new Date(wish.startsAt);
			const { rule, timeZone, times } = await timesOf(actor, wish);
			const common = { clinicId, memberId, createdAt: ambient.now() };
			const seriesId = rule === null ? null : ambient.newId();
			const ids = await db.$transaction(async (tx) => {
				if (rule !== null && seriesId !== null) {
					const durationMinutes = Math.round((Date.parse(wish.endsAt) - startsAt.getTime()) / 60_000);
					await tx.series.create({ data: { ...common, id: seriesId, rule, timeZone, startsAt, durationMinutes } });
				}
				const data = times.map((each) => ({
					...{ ...common, ...each, id: ambient.newId(), title, seriesId },
					originalStartsAt: seriesId === null ? null : each.startsAt,
				}));
				await tx.block.createMany({ data });
				return data.map(({ id }) => id);
			});
			const rows = await db.block.findMany({
				where: { id: { in: ids } },
				include: withMember,
				orderBy: { startsAt: 'asc' },
			});
			return rows.map(present);
		},

		/** What `create` would block, and the professional's visits that are in it already; writes nothing. */
		async preview(actor: Actor, wish: Wish) {
			const times = (await timesOf(actor, wish)).times.map(isoTimes);
			return {
				changes: times.map((to) => ({ appointmentId: null, from: null, to })),
				conflicts: await visitsIn(db, actor, times),
			};
		},

		/** @throws SamtalError `NOT_FOUND` */
		async change(actor: Actor, blockId: string, to: BlockChange) {
			const block = await find(actor, blockId);
			await db.$transaction((tx) => changeBlocks(tx, ambient, block, to));
			return present(await db.block.findUniqueOrThrow({ where: { id: blockId }, include: withMember }));
		},

		/** @throws SamtalError `NOT_FOUND` */
		async delete(actor: Actor, blockId: string, scope: Scope): Promise<void> {
			const { id, seriesId, originalStartsAt } = await find(actor, blockId);
			const isAlone = scope === 'this' || seriesId === null || originalStartsAt === null;
			const following = scope === 'following' && originalStartsAt !== null;
			await db.block.deleteMany({
				where: isAlone ? { id } : { seriesId, ...(following && { originalStartsAt: { gte: originalStartsAt } }) },
			});
		},
	};
}

/** The first and the others, each from and to the same time of day. */
function datesOf(recurrence: Recurrence, first: { startsAt: string; endsAt: string }, timeZone: string) {
	const zoned = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
	const [start, end] = [zoned(first.startsAt), zoned(first.endsAt)];
	const { days } = start.toPlainDate().until(end.toPlainDate());
	const rule = ruleOf(recurrence, start);
	const leftOut = new Set(recurrence.leaveOut?.map((instant) => Date.parse(instant)));
	const times = occurrencesOf(rule, start)
		.filter((time) => !leftOut.has(time))
		.map((time) => {
			const date = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate();
			const until = date.add({ days }).toZonedDateTime({ timeZone, plainTime: end.toPlainTime() });
			return { startsAt: new Date(time), endsAt: new Date(until.epochMilliseconds) };
		})
		// Of a time that a change of clocks skips nothing may be left.
		.filter(({ startsAt, endsAt }) => startsAt < endsAt);
	return { rule, times };
}
