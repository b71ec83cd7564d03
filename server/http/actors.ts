import type { Request } from 'express';
import type { Role } from '../../shared/contract/session.ts';

/** Who is signed in, as every feature needs it. All queries are scoped by `clinicId`. */
export interface Actor {
	memberId: string;
	clinicId: string;
	sessionId: string;
	role: Role;
}

/** Who holds a join link that is valid now. */
export interface AttendeeActor {
	attendeeId: string;
	appointmentId: string;
	clinicId: string;
	clientId: string | null;
}

/** Whose own page it is. */
export interface ClientActor {
	clientId: string;
	clinicId: string;
}

/** Who waits for a place, and in which group. */
export interface WaitingActor {
	appointmentId: string;
	clientId: string;
}

/** Who pays: somebody who comes to a visit, or whoever has the link to one payment. */
export interface PayerActor {
	clinicId: string;
	/** Null for a guest. */
	clientId: string | null;
	owes: { attendeeId: string } | { paymentId: string };
}

/** How a request proves who makes it. */
export interface Doorkeeper {
	/** Reads the session cookie. @throws SamtalError `UNAUTHENTICATED`, `SESSION_ENDED`. */
	authenticate(request: Request): Promise<Actor>;
	/** Checks a join token. @throws SamtalError `LINK_INVALID`, `LINK_EXPIRED`, `VISIT_CANCELLED`. */
	openJoinLink(joinToken: string): Promise<AttendeeActor>;
	/** Checks the token of a client's own page. @throws SamtalError `LINK_EXPIRED`. */
	openOwnPage(token: string): ClientActor;
	/** Checks the token of a place on a waiting list. @throws SamtalError `LINK_INVALID`. */
	openWaitingLink(token: string): WaitingActor;
	/** Checks a join token or that of a link to a payment. @throws SamtalError as `openJoinLink` */
	openPayer(token: string): Promise<PayerActor>;
}
