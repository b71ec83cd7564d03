import type { changeBlock } from '../../../shared/contract/blocks.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { movedAlike, movedRule } from '../../../shared/domain/recurrence.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Block } from '../../adapters/prisma/generated/client.ts';
import type { Ambient } from '../ports.ts';

export type BlockChange = RequestOf<typeof changeBlock>['body'];

/**
 * Moves, resizes or renames the named block, and those of its series that are meant and still to come. As with visits:
 * what moves together goes on as a series of its own, and one that was moved by itself stays where it is.
 */
export async function changeBlocks(
	tx: Queryable,
	{ now, newId }: Ambient,
	named: Block,
	{ scope = 'this', title, ...to }: BlockChange,
): Promise<void> {
	const { id, seriesId, originalStartsAt } = named;
	const times = { startsAt: new Date(to.startsAt), endsAt: new Date(to.endsAt) };
	const series = seriesId === null ? null : await tx.series.findUniqueOrThrow({ where: { id: seriesId } });
	if (scope === 'this' || series === null || originalStartsAt === null) {
		await tx.block.update({ where: { id }, data: { ...times, title } });
		return;
	}
	const others = await tx.block.findMany({
		where: {
			...{ seriesId, id: { not: id }, startsAt: { gt: now() } },
			...(scope === 'following' && { originalStartsAt: { gt: originalStartsAt } }),
		},
	});
	const meant = [named, ...others];
	const ids = meant.map((each) => each.id);
	await tx.block.updateMany({ where: { id: { in: ids } }, data: { title } });
	const isMoved = times.startsAt.getTime() !== named.startsAt.getTime();
	if (!isMoved && times.endsAt.getTime() === named.endsAt.getTime()) return;

	const zoned = (date: Date) =>
		Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(series.timeZone);
	const alike = (time: Date, from: Date, until: Date) =>
		new Date(movedAlike(time.getTime(), zoned(from), zoned(until)));
	const moved = meant.map((each) => {
		const isException = each.id !== id && each.originalStartsAt?.getTime() !== each.startsAt.getTime();
		const original = alike(each.originalStartsAt ?? each.startsAt, named.startsAt, times.startsAt);
		return {
			id: each.id,
			original,
			startsAt: isException ? each.startsAt : alike(each.startsAt, named.startsAt, times.startsAt),
			endsAt: isException ? each.endsAt : alike(each.endsAt, named.endsAt, times.endsAt),
		};
	});
	const originals = moved.map(({ original }) => original).toSorted((one, other) => one.getTime() - other.getTime());
	const [first = times.startsAt, last = first] = [originals[0], originals.at(-1)];
	const rule = movedRule(series.rule, {
		...{ from: zoned(named.startsAt), to: zoned(times.startsAt), last: zoned(last) },
	});
	const durationMinutes = Math.round((times.endsAt.getTime() - times.startsAt.getTime()) / 60_000);
	const ownSeriesId = newId();
	await tx.series.create({ data: { ...series, id: ownSeriesId, rule, startsAt: first, durationMinutes } });
	for (const { id: blockId, original, startsAt, endsAt } of moved) {
		await tx.block.update({
			where: { id: blockId },
			data: { startsAt, endsAt, seriesId: ownSeriesId, originalStartsAt: original },
		});
	}
}
