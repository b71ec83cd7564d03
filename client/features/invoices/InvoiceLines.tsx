import { useTranslation } from 'react-i18next';
import type { Invoice } from '../../../shared/contract/invoices.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { percent } from '../../lib/visits/measures.ts';
import { InvoiceTotals } from './InvoiceTotals.tsx';

/** What is asked for, line by line, and the sums with the VAT in them by rate. */
export function InvoiceLines({ invoice: { lines, currency } }: { invoice: Invoice }) {
	const { t } = useTranslation('invoices');
	const format = useFormat();
	const money = (amountMinor: number) => format.money({ amountMinor, currency });
	// Two lines may be alike in all that they say.
	const numbered = lines.map((line, position) => ({ ...line, position }));
	return (
		<div className="bg-surface border-line rounded-box border px-4">
			<ul aria-label={t('lines')} className="divide-line divide-y">
				{numbered.map(({ position, description, quantity, unitMinor, vatBasisPoints }) => (
					<li key={position} className="flex items-start justify-between gap-4 py-3.5">
						<div className="min-w-0">
							<p className="font-medium [overflow-wrap:anywhere]">{description}</p>
							<p className="text-muted text-small tabular-nums">
								{t('line', {
									quantity,
									price: money(unitMinor),
									rate: percent(vatBasisPoints / 10_000, format.locale, 2),
								})}
							</p>
						</div>
						<p className="shrink-0 tabular-nums">{money(quantity * unitMinor)}</p>
					</li>
				))}
			</ul>
			<div className="border-line border-t py-3.5">
				<InvoiceTotals lines={lines} currency={currency} />
			</div>
		</div>
	);
}
