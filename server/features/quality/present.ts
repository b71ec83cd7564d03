import type { CallQuality } from '../../../shared/contract/quality.ts';
import { combineSummaries, measuredSeconds } from '../../../shared/domain/callQuality.ts';
import type { CallQuality as CallQualityRow } from '../../adapters/prisma/generated/client.ts';
import { summaryOf } from './columns.ts';

/** One line for each person; `rows` oldest first. Who was never with anybody has nothing to tell. */
export function presentPeople(rows: readonly CallQualityRow[]): CallQuality[] {
	const told = rows.filter((row) => measuredSeconds(row) > 0);
	const people = Map.groupBy(told, ({ attendeeId, memberId }) => attendeeId ?? memberId);
	return [...people]
		.flatMap(([personId, reports]) => {
			const latest = reports.at(-1);
			if (personId === null || latest === undefined) return [];
			const role = latest.memberId === null ? ('attendee' as const) : ('host' as const);
			return [{ personId, role, name: latest.name, summary: combineSummaries(reports.map(summaryOf)) }];
		})
		.toSorted(byRoleThenName);
}

const byRoleThenName = (one: CallQuality, other: CallQuality) =>
	Number(one.role === 'attendee') - Number(other.role === 'attendee') || one.name.localeCompare(other.name);
