import type { z } from 'zod';
import type { timeOffer } from '../../../shared/contract/offers.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';

export const withNames = {
	service: { select: { name: true, durationMinutes: true } },
	office: { select: { name: true, kind: true } },
	member: { select: { name: true } },
} satisfies Prisma.TimeOfferInclude;
type Row = Prisma.TimeOfferGetPayload<{ include: typeof withNames }>;

export function presentOffer(row: Row, now: Date): z.input<typeof timeOffer> {
	const { id, attendeeId, status, expiresAt, createdAt, startTimes, takenStartsAt, service, office, member } = row;
	return {
		...{ id, attendeeId, status: status === 'OPEN' && expiresAt <= now ? 'EXPIRED' : status },
		...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
		startTimes: startTimes.map((start) => start.toISOString()),
		takenStartsAt: takenStartsAt?.toISOString() ?? null,
		...{ durationMinutes: service.durationMinutes, serviceName: service.name, office, professionalName: member.name },
	};
}
