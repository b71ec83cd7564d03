import type { CancelReason } from '../../../shared/contract/appointments.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Ambient, Links, MailQueue, Translate } from '../ports.ts';
import { requestFees } from './fees.ts';
import { endWaiting } from './group/tell-waiting.ts';
import { cancelledMail } from './mails.ts';
import { toTell, visitsInScope, type VisitWithPeople } from './visits.ts';

export interface CancelDeps {
	ambient: Ambient;
	links: Links;
	mail: MailQueue;
	translate: Translate;
}

export interface Cancellation {
	reason: CancelReason;
	/** Whether the clients are told. */
	notify: boolean;
	scope: Scope;
	/** Who asks the client for the clinic's fee; null where none is charged. */
	chargedById: string | null;
}

/**
 * Frees the time of a visit, and of those of its series that are meant. One that is cancelled stays as it is.
 * @throws SamtalError `WRONG_STATE` for a visit that is in progress or done; `VALIDATION` for a no-show before it begins;
 * `PAYMENTS_DISABLED` when a fee is charged and the clinic takes no payments
 */
export async function cancelVisits(
	deps: CancelDeps,
	tx: Queryable,
	visit: VisitWithPeople,
	{ reason, notify, scope, chargedById }: Cancellation,
): Promise<void> {
	const now = deps.ambient.now();
	const meant = await visitsInScope(tx, visit, scope, now);
	assertNoShowBegan(reason, meant, now);
	const cancelled: VisitWithPeople[] = [];
	for (const each of meant) {
		const { count } = await tx.appointment.updateMany({
			where: { id: each.id, status: 'PLANNED' },
			data: { status: 'CANCELLED', cancelReason: reason, cancelledAt: now, sequence: { increment: 1 } },
		});
		if (count === 1) cancelled.push({ ...each, sequence: each.sequence + 1 });
		else if (each.id === visit.id) await assertCancelled(tx, each.id);
	}
	const fees =
		chargedById === null ? null : await requestFees(deps, tx, cancelled, { reason, requestedById: chargedById });
	await endWaiting(deps, tx, cancelled, { notify });
	if (!notify) return;
	for (const told of toTell(cancelled, deps.links)) {
		const visits = told.map((each) => each.visit);
		const charged = visits.flatMap(({ appointmentId }) => fees?.get(appointmentId) ?? []);
		const letter = cancelledMail(visits, charged, deps.translate, now);
		if (letter !== null) await deps.mail.enqueue(tx, letter);
	}
}

/** Somebody else may have cancelled it since it was read. @throws SamtalError `WRONG_STATE` */
async function assertCancelled(tx: Queryable, id: string): Promise<void> {
	const { status } = await tx.appointment.findUniqueOrThrow({ where: { id }, select: { status: true } });
	if (status !== 'CANCELLED') throw new SamtalError('WRONG_STATE');
}

/** @throws SamtalError `VALIDATION` for a no-show at a visit that is still to come */
export function assertNoShowBegan(reason: CancelReason, visits: readonly { startsAt: Date }[], now: Date): void {
	if (reason !== 'NO_SHOW' || visits.every(({ startsAt }) => startsAt <= now)) return;
	const message = 'Whether somebody comes is known when the visit has begun.';
	throw new SamtalError('VALIDATION', { issues: [{ path: 'body.reason', message }] });
}
