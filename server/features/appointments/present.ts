import type { z } from 'zod';
import type { appointment, attendee } from '../../../shared/contract/appointments.ts';
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
			/** The requests for a fee that stand. */
			payments: {
				where: { feeMinor: { not: null }, status: { not: 'CANCELLED' } },
				select: { feeMinor: true, refundedMinor: true },
			},
		},
	},
	resources: { select: { resource: { select: { id: true, name: true } } }, orderBy: { resource: { name: 'asc' } } },
	payments: { where: { status: 'RECEIVED' }, select: { attendeeId: true, amountMinor: true, refundedMinor: true } },
} satisfies Prisma.AppointmentInclude;
export type VisitRow = Prisma.AppointmentGetPayload<{ include: typeof visitInclude }>;

type AttendeeRow = Pick<
	VisitRow['attendees'][number],
	'id' | 'kind' | 'name' | 'clientId' | 'linkVersion' | 'amountMinor' | 'cancelledAt' | 'cancelReason' | 'payments'
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
	| 'payments'
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
	visit: Pick<VisitRow, 'status' | 'amountMinor' | 'payments'>,
	links: Pick<Links, 'join'>,
): z.input<typeof attendee> => ({
	id: row.id,
	kind: row.kind,
	name: row.name,
	clientId: row.clientId,
	joinLink: links.join(row.id, row.linkVersion),
	amountMinor: dueOf(row, visit),
	receivedMinor: sumOf(visit.payments.filter(({ attendeeId }) => attendeeId === row.id)),
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
	receivedMinor: sumOf(row.payments),
	attendees: row.attendees.map((each) => presentAttendee(each, row, links)),
	note: row.note,
	resources: row.resources.map(({ resource }) => resource),
	seriesId: row.seriesId,
	sequence: row.sequence,
	cancelReason: row.cancelReason,
});

/** As `amountDue` says it for those who read many. */
function dueOf(row: AttendeeRow, visit: Pick<VisitRow, 'status' | 'amountMinor'>): number {
	if (visit.status === 'CANCELLED' || row.cancelledAt !== null) {
		return row.payments.reduce((sum, { feeMinor, refundedMinor }) => sum + (feeMinor ?? 0) - refundedMinor, 0);
	}
	return row.amountMinor ?? (row.kind === 'CLIENT' ? visit.amountMinor : 0);
}

const sumOf = (payments: VisitRow['payments']): number =>
	payments.reduce((sum, each) => sum + each.amountMinor - each.refundedMinor, 0);
