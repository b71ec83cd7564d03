import type { Conflict } from '../../../shared/contract/conflicts.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';

interface Span {
	/** ISO 8601. */
	startsAt: string;
	endsAt: string;
}

/** The professional's visits that lie in these times, each once for every time that it is in. */
export async function visitsIn(db: Database, { memberId }: Actor, times: readonly Span[]): Promise<Conflict[]> {
	const [from, to] = [times[0]?.startsAt, times.at(-1)?.endsAt];
	if (from === undefined || to === undefined) return [];
	const visits = await db.appointment.findMany({
		where: { professionalId: memberId, status: { not: 'CANCELLED' }, startsAt: { lt: to }, endsAt: { gt: from } },
		select: {
			...{ id: true, startsAt: true, endsAt: true },
			attendees: { where: { kind: 'CLIENT' }, orderBy: { name: 'asc' }, take: 1, select: { name: true } },
		},
		orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
	});
	return times.flatMap(({ startsAt: wantedAt, endsAt: until }) =>
		visits
			.filter(
				({ startsAt, endsAt }) => startsAt.getTime() < Date.parse(until) && endsAt.getTime() > Date.parse(wantedAt),
			)
			.map(({ id, startsAt, endsAt, attendees }) => ({
				...{ kind: 'VISIT' as const, wantedAt, name: attendees[0]?.name ?? '', appointmentId: id },
				...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
			})),
	);
}
