import type { ClientToBook } from '../../../../shared/contract/appointments.ts';
import type { Conflict } from '../../../../shared/contract/conflicts.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { Ambient } from '../../ports.ts';
import { isoTimes } from '../visits.ts';

/** Ids of those who are in the records already. */
export const knownIds = (wished: readonly ClientToBook[]): string[] =>
	wished.flatMap((each) => ('id' in each ? [each.id] : []));

/** A client of the records; somebody new is put there. @throws SamtalError `NOT_FOUND` */
export async function readComer(tx: Queryable, ambient: Ambient, clinicId: string, wished: ClientToBook) {
	if ('id' in wished) {
		const client = await tx.client.findFirst({ where: { id: wished.id, clinicId } });
		if (client === null) throw new SamtalError('NOT_FOUND');
		return client;
	}
	const { name, email, phone = null } = wished;
	const { locale } = await tx.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: { locale: true } });
	const data = { id: ambient.newId(), clinicId, name, email, phone, locale: wished.locale ?? locale };
	return tx.client.create({ data: { ...data, createdAt: ambient.now() } });
}

interface Times {
	id: string;
	startsAt: Date;
	endsAt: Date;
}

/** Where the client is at the time of the visit, but for the visit itself. */
export async function elsewhere(
	tx: Queryable,
	{ id, name }: { id: string; name: string },
	{ id: appointmentId, startsAt, endsAt }: Times,
): Promise<Conflict[]> {
	const others = await tx.attendee.findMany({
		where: {
			...{ clientId: id, cancelledAt: null, status: { not: 'CANCELLED' }, appointmentId: { not: appointmentId } },
			...{ startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
		},
		orderBy: { startsAt: 'asc' },
	});
	return others.map((other) => ({
		...{ kind: 'CLIENT_VISIT', wantedAt: startsAt.toISOString(), name, appointmentId: other.appointmentId },
		...isoTimes(other),
	}));
}
