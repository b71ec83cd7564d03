import { SamtalError } from '../../../shared/contract/errors.ts';
import { isCardAmount } from '../../../shared/domain/payments/cardAmount.ts';
import { duePayment } from '../../../shared/domain/payments/payFirst.ts';
import { holdAccount } from '../holdAccount.ts';
import { accountOf } from './account.ts';
import type { PaymentDeps } from './deps.ts';
import { tellTool } from './tellTool.ts';

/**
 * Lets somebody who comes to a visit pass once it is paid, where its service is paid before; asks them for what is due
 * otherwise, once, however many tabs they have. A clinic that can take no money just now, or not so little,
 * keeps nobody waiting.
 * @throws SamtalError `PAY_FIRST`
 */
export async function requirePayment(
	attendeeId: string,
	deps: Pick<PaymentDeps, 'database' | 'now' | 'newId' | 'notifyTool'>,
): Promise<void> {
	const { database, now, newId } = deps;
	const asked = await database.$transaction(async (tx) => {
		await tx.$queryRaw`SELECT 1 FROM "Attendee" WHERE "id" = ${attendeeId}::uuid FOR UPDATE`;
		const { appointment, ...attendee } = await tx.attendee.findUniqueOrThrow({
			where: { id: attendeeId },
			include: {
				payments: true,
				invoiceLines: { where: { status: { in: ['SENT', 'PAID'] } } },
				appointment: { include: { service: true } },
			},
		});
		const { id: appointmentId, clinicId, professionalId, service, currency } = appointment;
		// An invoice asks for it already.
		if (!service.payFirst || attendee.clientId === null || attendee.invoiceLines.length > 0) return null;
		const due = duePayment(attendee.amountMinor ?? appointment.amountMinor, attendee.payments);
		if (due === 'paid') return null;
		if (due !== 'asked' && !isCardAmount({ ...due, currency })) return null;
		await holdAccount(tx, clinicId);
		if (!(await takesMoney(() => accountOf(tx, clinicId)))) return null;
		if (due !== 'asked')
			await tx.payment.create({
				data: {
					...{ id: newId(), clinicId, appointmentId, attendeeId, clientId: attendee.clientId, currency, ...due },
					...{ description: service.name, requestedById: professionalId, requestedAt: now() },
				},
			});
		return { appointmentId };
	});
	if (asked === null) return;
	tellTool(asked, deps);
	throw new SamtalError('PAY_FIRST');
}

async function takesMoney(findAccount: () => Promise<string>): Promise<boolean> {
	try {
		await findAccount();
		return true;
	} catch (error) {
		if (error instanceof SamtalError) return false;
		throw error;
	}
}
