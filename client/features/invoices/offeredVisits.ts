import type { Appointment } from '../../../shared/contract/appointments.ts';

/** What a client pays for one of their visits, in minor units of the draft's currency. */
export interface OfferedVisit {
	attendeeId: string;
	startsAt: string;
	service: string;
	amountMinor: number;
}

interface Draft {
	clientId: string;
	/** An invoice has one. */
	currency: string;
	/** None while it is new. */
	invoiceId: string | null;
}

/** The visits that can be on a client's draft: those that are, and past ones that nobody has paid or invoiced. */
export const offeredVisits = (
	visits: readonly Appointment[],
	{ clientId, currency, invoiceId }: Draft,
	now: number,
): OfferedVisit[] =>
	visits
		.filter((visit) => visit.currency === currency)
		.flatMap(({ startsAt, status, service, attendees }) =>
			attendees
				.filter((each) => each.clientId === clientId)
				.filter(({ invoice, cancelledAt, receivedMinor }) =>
					invoice === null
						? status !== 'CANCELLED' && cancelledAt === null && receivedMinor === 0 && Date.parse(startsAt) <= now
						: invoice.id === invoiceId,
				)
				.map(({ id, amountMinor }) => ({ attendeeId: id, startsAt, service: service.name, amountMinor })),
		);
