import { z } from 'zod';
import { billingDetails } from '../../../../shared/contract/clinic.ts';
import { locale } from '../../../../shared/contract/scalars.ts';
import type { InvoiceRow } from '../rows.ts';

/** What an invoice says of the clinic and of its client, beside the client's name. */
const sentWith = z.object({
	clinicName: z.string(),
	billing: billingDetails,
	clientEmail: z.string().nullable(),
	locale,
});
type SentWith = z.output<typeof sentWith>;

/** As it stood when the invoice was sent; of a draft, as it is. */
export const sentWithOf = ({ sentWith: kept, clinic, client }: InvoiceRow): SentWith =>
	sentWith.parse(
		kept ?? { clinicName: clinic.name, billing: clinic.billing, clientEmail: client.email, locale: client.locale },
	);
