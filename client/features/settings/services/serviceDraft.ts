import type { Office, Service } from '../../../../shared/contract/appointments.ts';
import type { ServiceFields } from '../../../../shared/contract/services.ts';
import type { Currency } from '../../../../shared/contract/scalars.ts';

/** A service as it is being filled in; null where a number is missing. */
export interface ServiceDraft extends Omit<ServiceFields, 'amountMinor'> {
	amountMinor: number | null;
}

/** The service as it stands, or a new one-to-one service that is offered everywhere. */
export const beginService = (service: Service | null, offices: readonly Office[], currency: Currency): ServiceDraft =>
	service ?? {
		...{ name: '', durationMinutes: 50, amountMinor: null, currency, capacity: 1 },
		...{ bookable: true, payFirst: false },
		officeIds: offices.map(({ id }) => id),
	};

/** What to send, or null while something that is needed is missing. */
export function toFields(draft: ServiceDraft): ServiceFields | null {
	const { name, durationMinutes, amountMinor, currency, capacity, officeIds, bookable, payFirst } = draft;
	const isWhole = Number.isInteger(durationMinutes) && Number.isInteger(capacity);
	if (name.trim() === '' || amountMinor === null || !isWhole || officeIds.length === 0) return null;
	return { name, durationMinutes, amountMinor, currency, capacity, officeIds, bookable, payFirst };
}
