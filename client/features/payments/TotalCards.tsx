import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../shared/contract/payments.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Card } from '../../ui/Card.tsx';
import { totalsOf } from './totals.ts';

/** What came in and what is still open. */
export function TotalCards({ payments }: { payments: readonly Payment[] }) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	const totals = totalsOf(payments);
	const sums = [
		{ key: 'received', part: 'receivedMinor' },
		{ key: 'open', part: 'openMinor' },
	] as const;
	return (
		<div className="grid grid-cols-2 gap-4">
			{sums.map(({ key, part }) => (
				<Card key={key}>
					<h3 className="text-muted text-small font-semibold">{t(`total.${key}`)}</h3>
					{totals.map(({ currency, [part]: amountMinor }) => (
						<p key={currency} className="mt-1 text-title font-semibold tabular-nums sm:text-display">
							{format.money({ amountMinor, currency })}
						</p>
					))}
				</Card>
			))}
		</div>
	);
}
