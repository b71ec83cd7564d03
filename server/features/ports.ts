import type { ToolName } from '../../shared/contract/signalling/notifications.ts';
import type { Locale } from '../../shared/contract/scalars.ts';
import type { Interval } from '../../shared/domain/intervals.ts';
import type { Queryable, Sql } from '../adapters/prisma/database.ts';

/** The clock and the source of ids, so that tests decide both. */
export interface Ambient {
	now: () => Date;
	/** A random UUID (RFC 9562). */
	newId: () => string;
}

export interface Attachment {
	filename: string;
	contentType: string;
	content: string;
	/** Of `content`; plain text otherwise. */
	encoding?: 'base64';
}

/** The PDF of an invoice or of a payment's receipt, made when the mail leaves: it takes longer than a transaction should. */
export type LaterFile = { invoiceId: string } | { paymentId: string };
export type MakeFile = (wanted: LaterFile) => Promise<Attachment>;

export type CalendarEntry = {
	/** Stable for the visit, so that a cancellation finds the entry that the invitation made. */
	uid: string;
	cancelled: boolean;
	/** A later message about the same entry has the higher number (RFC 5546, 2.1.4). */
	sequence: number;
	stamp: Date;
	startsAt: Date;
	endsAt: Date;
	summary: string;
	description: string;
	/** Where it takes place: an address, or the join link. */
	location: string;
	url: string | null;
	organizer: { name: string; email: string };
	attendee: { name: string; email: string };
};

/** An iCalendar file, made when the mail leaves. */
export interface CalendarAttachment {
	calendar: CalendarEntry[];
}

/** A link that stands out. */
export type Button = { link: string; label: string };

export interface Mail {
	clinicId: string;
	to: string;
	subject: string;
	text: string;
	/** The paragraphs of `text` that are a button in HTML. */
	buttons: Button[];
	attachments: (Attachment | LaterFile | CalendarAttachment)[];
}

/** The words of a mail and what goes with it. */
export type Letter = Pick<Mail, 'subject' | 'text' | 'buttons' | 'attachments'>;

/** A mail whose letter is made when it leaves, of what was true when it was written: that takes longer than a booking should. */
export interface LaterMail {
	clinicId: string;
	to: string;
	letter: object;
}
/** Makes the letter of one; `kept` is its `letter` as the database kept it. */
export type MakeLetter = (kept: unknown) => Letter;

/** A mail or an SMS, which has no subject, buttons or attachments. */
export interface OutgoingMessage extends Mail {
	id: string;
	channel: 'EMAIL' | 'SMS';
	/** From then on it is not sent any more. */
	expiresAt: Date | null;
}

/** Mail leaves when the transaction that causes it commits: exactly what is booked is told. */
export interface MailQueue {
	enqueue(tx: Queryable, mail: Mail): Promise<void>;
}

/** The same for many at once, each under an id that the caller knows. */
export interface MessageQueue {
	enqueueAll(tx: Queryable, messages: readonly OutgoingMessage[]): Promise<void>;
}

/** A mail that names the row which is its cause. */
export type CausedMail = LaterMail & { causeId: string };

/** The same for causes that are one SQL statement: `WITH …, ${writesOf(mails, sql`JOIN …`)} …`. */
export interface MailStatements {
	/**
	 * Common table expressions, separated by commas, that write mails and their jobs. `only` joins the mails, called `m`, by
	 * their `causeId` to those whose mail is to leave.
	 */
	writesOf(mails: readonly CausedMail[], only: Sql): Sql;
}

/** Makes the words of a mail in the reader's language. */
export type Translate = (locale: Locale, key: string, values?: Record<string, string>) => string;

/** Tells the people in a call that a tool's data changed; they read it again. Does nothing when nobody is there. */
export type NotifyTool = (appointmentId: string, tool: ToolName) => void;

/** Puts an attendee whose place was cancelled out of the call. Does nothing when they are not there. */
export type SendOut = (appointmentId: string, attendeeId: string) => void;

/** The addresses that people are sent to. */
export interface Links {
	/** The public origin, without a slash at the end. */
	readonly origin: string;
	/** The whole join link of one attendee, for the given version of it. */
	join(attendeeId: string, linkVersion: number): string;
	/** That, where the same attendee cancels or moves the visit, with the same token, and where all visits of a client are. */
	own(attendeeId: string, linkVersion: number): { join: string; visit: string; ownPage: string };
	/** Where a client sees and leaves their place on the waiting list of a visit. */
	waiting(appointmentId: string, clientId: string): string;
	/** Where one payment is made, for whoever has the link, for 60 days from now. */
	pay(paymentId: string, now: Date): string;
	/** Where a client asks for the way to all of their visits. */
	readonly ownPage: string;
}

/** The engine of free times (server/features/availability), as it answers clients. */
export type FindFree = (search: {
	clinicId: string;
	of: readonly { memberId: string; officeId: string; minutes: number }[];
	first: Temporal.PlainDate;
	days: number;
	/** The asker's own hold is not in the way. */
	by: { holdId: string | null };
}) => Promise<{ timeZone: string; bookable: Interval; starts: number[] }[]>;

/** When a professional can begin a visit of a service at an office, on `days` dates from `from` (`2026-03-01`). */
export type FreeTimes = (
	professional: { memberId: string; clinicId: string },
	wanted: {
		serviceId: string;
		officeId: string | undefined;
		/** Rooms and devices that must be free as well. */
		resourceIds?: readonly string[];
		from: string;
		days: number;
	},
) => Promise<{ timeZone: string; days: { date: string; startTimes: string[] }[] }>;
