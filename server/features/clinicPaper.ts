import type { BillingDetails } from '../../shared/contract/clinic.ts';
import type { Locale } from '../../shared/contract/scalars.ts';
import type { Paper } from '../adapters/pdf/paper.ts';
import type { Translate } from './ports.ts';

interface Writer {
	clinicName: string;
	billing: BillingDetails;
	locale: Locale;
}

/** Head and foot of what a clinic writes on paper: its own name where none is given for the books. */
export function clinicPaper(
	{ clinicName, billing, locale }: Writer,
	translate: Translate,
): Pick<Paper, 'from' | 'language' | 'footer' | 'pageNumber'> {
	const numbers = (['registrationNumber', 'vatNumber'] as const)
		.filter((key) => billing[key] !== '')
		.map((key) => `${translate(locale, `invoice.${key}`)} ${billing[key]}`);
	const name = billing.legalName === '' ? clinicName : billing.legalName;
	const address = billing.address === '' ? [] : billing.address.split('\n');
	return {
		...{ from: { name, lines: [...address, ...numbers] }, language: locale },
		...{ footer: [name, ...numbers].join(' · '), pageNumber: (page, of) => `${page} / ${of}` },
	};
}
