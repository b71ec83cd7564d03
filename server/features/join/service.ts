import { SamtalError } from '../../../shared/contract/errors.ts';
import type { CallTicket } from '../../../shared/contract/join.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Tokens } from '../../adapters/tokens.ts';
import type { Actor, AttendeeActor } from '../../http/actors.ts';
import type { Ambient } from '../ports.ts';
import { roomsOf } from './policy.ts';
import {
	attendeeWithVisit,
	hasAcceptedTerms,
	nextVisitInclude,
	presentNextVisit,
	presentVisit,
	type AttendeeWithVisit,
} from './present.ts';

/** Long enough to open a socket, too short to be worth stealing. */
const TICKET_SECONDS = 120;

export interface Joining {
	visit(actor: AttendeeActor): Promise<ReturnType<typeof presentVisit>>;
	/** @throws SamtalError `TERMS_REQUIRED` unless the present version was accepted, now or before; `PAY_FIRST` */
	enter(actor: AttendeeActor, entry: { name: string; acceptedTerms: string | undefined }): Promise<CallTicket>;
	/** @throws SamtalError `TERMS_REQUIRED`, `PAY_FIRST` */
	attendeeTicket(actor: AttendeeActor): Promise<CallTicket>;
	nextVisits(actor: AttendeeActor): Promise<ReturnType<typeof presentNextVisit>[]>;
	/** @throws SamtalError `NOT_FOUND`, `VISIT_CANCELLED` */
	memberTicket(actor: Actor, appointmentId: string): Promise<CallTicket>;
	workstationTicket(actor: Actor): { ticket: string };
}

export interface JoinDeps {
	db: Database;
	ambient: Ambient;
	tokens: Tokens;
	/** Lets an attendee pass unless they have to pay before. @throws SamtalError `PAY_FIRST` */
	requirePayment(attendeeId: string): Promise<void>;
}

export function createJoining({ db, ambient, tokens, requirePayment }: JoinDeps): Joining {
	const load = ({ attendeeId }: AttendeeActor) =>
		db.attendee.findUniqueOrThrow({ where: { id: attendeeId }, include: attendeeWithVisit });

	function ticketFor({ id: attendeeId, name, appointment }: AttendeeWithVisit): CallTicket {
		const { id: appointmentId, clinicId, professionalId, service, clinic } = appointment;
		const { relayOnly } = clinic;
		const claims = { appointmentId, clinicId, professionalId, title: service.name, name, relayOnly };
		const ticket = tokens.sign('call', { ...claims, role: 'attendee', attendeeId }, TICKET_SECONDS);
		return { ticket, appointmentId };
	}

	return {
		visit: async (actor) => presentVisit(await load(actor)),
		async enter(actor, { name, acceptedTerms }) {
			const attendee = await load(actor);
			const { termsVersion } = attendee.appointment.clinic;
			const acceptsNow = acceptedTerms === termsVersion;
			if (!acceptsNow && !hasAcceptedTerms(attendee)) throw new SamtalError('TERMS_REQUIRED');
			// The first consent counts: accepting the same version again does not move its time.
			const consent = hasAcceptedTerms(attendee) ? {} : { acceptedTerms: termsVersion, acceptedTermsAt: ambient.now() };
			await db.attendee.update({ where: { id: attendee.id }, data: { name, ...consent } });
			await requirePayment(attendee.id);
			return ticketFor({ ...attendee, name });
		},
		async attendeeTicket(actor) {
			const attendee = await load(actor);
			if (!hasAcceptedTerms(attendee)) throw new SamtalError('TERMS_REQUIRED');
			await requirePayment(attendee.id);
			return ticketFor(attendee);
		},
		async nextVisits({ appointmentId, clinicId, clientId }) {
			if (clientId === null) return [];
			const visits = await db.appointment.findMany({
				where: {
					clinicId,
					status: 'PLANNED',
					id: { not: appointmentId },
					startsAt: { gt: ambient.now() },
					attendees: { some: { clientId, cancelledAt: null } },
				},
				include: nextVisitInclude,
				orderBy: { startsAt: 'asc' },
			});
			return visits.map(presentNextVisit);
		},
		async memberTicket(actor, appointmentId) {
			const [visit, member] = await Promise.all([
				db.appointment.findFirst({
					where: { ...roomsOf(actor), id: appointmentId },
					include: { service: { select: { name: true } }, clinic: { select: { relayOnly: true } } },
				}),
				db.member.findUniqueOrThrow({ where: { id: actor.memberId }, select: { name: true } }),
			]);
			if (visit === null) throw new SamtalError('NOT_FOUND');
			if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
			const { clinicId, professionalId, service, clinic } = visit;
			const { relayOnly } = clinic;
			const claims = { appointmentId, clinicId, professionalId, title: service.name, name: member.name, relayOnly };
			const { memberId } = actor;
			return { ticket: tokens.sign('call', { ...claims, role: 'host', memberId }, TICKET_SECONDS), appointmentId };
		},
		workstationTicket: ({ memberId, clinicId }) => ({
			ticket: tokens.sign('workstation', { memberId, clinicId }, TICKET_SECONDS),
		}),
	};
}
