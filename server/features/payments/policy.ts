import type { Actor, PayerActor } from '../../http/actors.ts';

/** The visits for which this person asks for money: their own, a manager the whole clinic's. */
export const visitsOf = (actor: Actor) =>
	actor.role === 'MANAGER'
		? { clinicId: actor.clinicId }
		: { clinicId: actor.clinicId, professionalId: actor.memberId };

/** The payments that this person may see, withdraw and refund: a manager also those without a visit. */
export const paymentsOf = (actor: Actor) =>
	actor.role === 'MANAGER' ? { clinicId: actor.clinicId } : { clinicId: actor.clinicId, appointment: visitsOf(actor) };

/** The clients whose kept card this person may see, charge and remove: who comes to those visits. */
export const clientsOf = (actor: Actor) =>
	actor.role === 'MANAGER'
		? { clinicId: actor.clinicId }
		: { clinicId: actor.clinicId, attendees: { some: { appointment: visitsOf(actor) } } };

/** The payments that this payer was asked for. */
export const ownPayments = ({ clinicId, owes }: PayerActor) =>
	'paymentId' in owes ? { clinicId, id: owes.paymentId } : { clinicId, attendeeId: owes.attendeeId };
