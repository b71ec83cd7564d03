import type { CallChangeKind, Prisma } from '../../server/adapters/prisma/generated/client.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoVisit } from './visits.ts';

/** How long after the visit's start the client came, and how long after its end they went; in seconds. */
const punctuality = [
	{ late: 20, over: -40 },
	{ late: 190, over: 60 },
	{ late: 5, over: 150 },
];

/** Who was in the calls of the visits that are over, which way those took and how they were encrypted. */
export async function writeCallLog(
	tx: Queryable,
	{ newId }: Ambient,
	clinic: { id: string; members: readonly { id: string; name: string }[] },
	visits: readonly DemoVisit[],
): Promise<void> {
	const names = new Map(clinic.members.map(({ id, name }) => [id, name]));
	const stays: Prisma.CallStayCreateManyInput[] = [];
	const changes: Prisma.CallChangeCreateManyInput[] = [];
	const ran = visits.filter(({ status, office }) => status === 'DONE' && office.kind === 'VIDEO');
	for (const [nth, visit] of ran.entries()) {
		const { late, over } = punctuality[nth % punctuality.length] ?? { late: 0, over: 0 };
		const [opened, came, went] = [after(visit.startsAt, -60), after(visit.startsAt, late), after(visit.endsAt, over)];
		const of = { clinicId: clinic.id, appointmentId: visit.id };
		const stay = { ...of, goesOn: false, leftAt: went, departure: 'ENDED' as const, seenAt: went };
		const { professionalId: memberId, attendeeId, client } = visit;
		stays.push(
			{ ...stay, id: newId(), peerId: newId(), memberId, name: names.get(memberId) ?? '', joinedAt: opened },
			{ ...stay, id: newId(), peerId: newId(), attendeeId, name: client.name, joinedAt: came },
		);
		const change = (kind: CallChangeKind, at: Date, toldById: string | null) => ({
			...of,
			id: newId(),
			kind,
			at,
			toldById,
		});
		changes.push(
			change('DIRECT', came, null),
			change('END_TO_END_POST_QUANTUM', after(came, 1), memberId),
			change('ALONE', went, null),
		);
	}
	await tx.callStay.createMany({ data: stays });
	await tx.callChange.createMany({ data: changes });
}

const after = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1_000);
