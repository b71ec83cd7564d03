import type { PaymentDeps } from './deps.ts';

/** Tells whoever is in the visit's call that its payments changed. */
export function tellTool(
	payment: { appointmentId: string | null },
	{ notifyTool }: Pick<PaymentDeps, 'notifyTool'>,
): void {
	if (payment.appointmentId !== null) notifyTool(payment.appointmentId, 'payments');
}
