import type { z } from 'zod';
import type { appointment, attendee } from '../../../shared/contract/appointments.ts';
import { invoiceNumber } from '../../../shared/domain/invoices/number.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { Links } from '../ports.ts';

/** What a visit's presentation needs. Prisma reads each relation with one query, however many visits there are. */
export const visitInclude = {
	service: { select: { id: true, name: true, capacity: true } },
	office: { select: { id: true, name: true, kind: true } },
	professional: { select: { id: true, name: true } },
	attendees: {
		orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
		include: {
			invoiceLines: {
				where: { status: { not: 'VOID' } },
				select: { invoice: { select: { id: true, year: true, number: true, createdById: true } } },
			},
			/** The requests for a fee that stand. */
			payments: {
				where: { feeMinor: { not: null }, status: { not: 'CANCELLED' } },
				select: { feeMinor: true, refundedMinor: true },
			},
		},
	},
	resources: { select: { resource: { select: { id: true, name: true } } }, orderBy: { resource: { name: 'asc' } } },
	received: { select: { attendeeId: true, amountMinor: true } },
} satisfies Prisma.AppointmentInclude;
export type VisitRow = Prisma.AppointmentGetPayload<{ include: typeof visitInclude }>;

type AttendeeRow = Pick<
	VisitRow['attendees'][number],
	| 'id'
	| 'kind'
	| 'name'
	| 'clientId'
	| 'linkVersion'
	| 'amountMinor'
	| 'cancelledAt'
	| 'cancelReason'
	| 'invoiceLines'
	| 'payments'
>;
/** As much of a visit as is presented. */
export type PresentableVisit = Pick<
	VisitRow,
	| 'id'
	| 'startsAt'
	| 'endsAt'
	| 'status'
	| 'service'
	| 'office'
	| 'professional'
	| 'amountMinor'
	| 'currency'
	| 'received'
	| 'note'
	| 'resources'
	| 'seriesId'
	| 'sequence'
	| 'cancelReason'
> & {
	attendees: AttendeeRow[];
};

export const presentAttendee = (
	row: AttendeeRow,
	visit: Pick<VisitRow, 'status' | 'amountMinor' | 'received'>,
	links: Pick<Links, 'join'>,
): z.input<typeof attendee> => ({
	id: row.id,
	kind: row.kind,
	name: row.name,
	clientId: row.clientId,
	joinLink: links.join(row.id, row.linkVersion),
	amountMinor: dueOf(row, visit),
	receivedMinor: receivedOf(visit, row.id),
	invoice:
		row.invoiceLines
			.map(({ invoice: { id, createdById, ...invoice } }) => ({ id, createdById, number: invoiceNumber(invoice) }))
			.at(0) ?? null,
	cancelledAt: row.cancelledAt?.toISOString() ?? null,
	cancelReason: row.cancelReason,
});

export const presentVisit = (row: PresentableVisit, links: Pick<Links, 'join'>): z.input<typeof appointment> => ({
	id: row.id,
	startsAt: row.startsAt.toISOString(),
	endsAt: row.endsAt.toISOString(),
	status: row.status,
	service: row.service,
	office: row.office,
	professional: row.professional,
	amountMinor: row.amountMinor,
	currency: row.currency,
	receivedMinor: sumOf(row.received),
	attendees: row.attendees.map((each) => presentAttendee(each, row, links)),
	note: row.note,
	resources: row.resources.map(({ resource }) => resource),
	seriesId: row.seriesId,
	sequence: row.sequence,
	cancelReason: row.cancelReason,
});

/** What was received of one who comes, in minor units. */
export const receivedOf = ({ received }: Pick<VisitRow, 'received'>, attendeeId: string): number =>
	sumOf(received.filter((each) => each.attendeeId === attendeeId));

const sumOf = (received: VisitRow['received']): number =>
	received.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** As `amountDue` says it for those who read many. */
function dueOf(row: AttendeeRow, visit: Pick<VisitRow, 'status' | 'amountMinor'>): number {
	if (visit.status === 'CANCELLED' || row.cancelledAt !== null) {
		return row.payments.reduce((sum, { feeMinor, refundedMinor }) => sum + (feeMinor ?? 0) - refundedMinor, 0);
	}
	return row.amountMinor ?? (row.kind === 'CLIENT' ? visit.amountMinor : 0);
}
