import { useTranslation } from 'react-i18next';
import { totalsOf, type PricedLine } from '../../../shared/domain/invoices/totals.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { percent } from '../../lib/visits/measures.ts';

/** The sums of lines with the VAT in them by rate. */
export function InvoiceTotals({ lines, currency }: { lines: readonly PricedLine[]; currency: string }) {
	const { t } = useTranslation('invoices');
	const format = useFormat();
	const totals = totalsOf(lines);
	return (
		<dl className="ml-auto max-w-sm">
			{[
				{ name: t('net'), minor: totals.netMinor },
				...totals.byRate.map(({ vatBasisPoints, vatMinor }) => ({
					name: t('vat', { rate: percent(vatBasisPoints / 10_000, format.locale, 2) }),
					minor: vatMinor,
				})),
				{ name: t('total'), minor: totals.grossMinor },
			].map(({ name, minor }) => (
				<div key={name} className="flex justify-between gap-4 py-1 last:text-title last:font-semibold">
					<dt>{name}</dt>
					<dd className="tabular-nums">{format.money({ amountMinor: minor, currency })}</dd>
				</div>
			))}
		</dl>
	);
}
