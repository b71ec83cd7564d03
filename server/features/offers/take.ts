import { SamtalError } from '../../../shared/contract/errors.ts';
import { sql } from '../../adapters/prisma/database.ts';
import type { AttendeeActor } from '../../http/actors.ts';
import { ownOffers } from './policy.ts';
import type { OfferDeps } from './ports.ts';
import { presentOffer, withNames } from './present.ts';

/** In ms. Booking inside it waits for the calendar's lock. */
const patience = { maxWait: 10_000, timeout: 10_000 };

/**
 * Books one of the offered times for the client to whom they were offered. The offer's row is locked meanwhile: who
 * presses twice, on two devices or while it is withdrawn, books once or not at all.
 * @throws SamtalError `NOT_FOUND`, `WRONG_STATE`, `TIME_NOT_FREE`
 */
export async function take(
	{ db, ambient, book, notifyTool }: OfferDeps,
	attendee: AttendeeActor,
	{ offerId, startsAt }: { offerId: string; startsAt: string },
) {
	const { clientId } = attendee;
	const where = { ...ownOffers(attendee), id: offerId };
	const taken = await db.$transaction(async (tx) => {
		await tx.$queryRaw(sql`SELECT 1 FROM "TimeOffer" WHERE "id" = ${offerId}::uuid FOR UPDATE`);
		const row = await tx.timeOffer.findFirst({ where });
		if (row === null || clientId === null) throw new SamtalError('NOT_FOUND');
		const start = row.startTimes.find((each) => each.getTime() === Date.parse(startsAt));
		if (row.status !== 'OPEN' || row.expiresAt <= ambient.now() || start === undefined) {
			throw new SamtalError('WRONG_STATE');
		}
		const { clinicId, memberId, serviceId, officeId, resourceIds } = row;
		const wish = { client: { id: clientId }, serviceId, officeId, resourceIds, startsAt: start.toISOString() };
		await book({ memberId, clinicId, role: 'PROFESSIONAL' }, wish).catch((error: unknown) => {
			// Its conflicts name other clients: nothing of it leaves.
			const isTaken = error instanceof SamtalError && ['SLOT_TAKEN', 'CONFIRMATION_NEEDED'].includes(error.code);
			throw isTaken ? new SamtalError('TIME_NOT_FREE') : error;
		});
		await tx.slotHold.deleteMany({ where: { offerId } });
		return tx.timeOffer.update({
			where: { id: offerId },
			data: { status: 'TAKEN', takenStartsAt: start },
			include: withNames,
		});
	}, patience);
	notifyTool(taken.appointmentId, 'booking');
	return presentOffer(taken, ambient.now());
}
