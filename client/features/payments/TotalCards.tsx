import { useTranslation } from 'react-i18next';
import type { Money } from '../../../shared/contract/scalars.ts';
import type { Takings } from '../../../shared/contract/takings.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Card } from '../../ui/Card.tsx';

interface TotalCardsProps {
	takings: readonly Takings[];
	/** What is still to be paid. */
	open: readonly Money[];
}

/** What came in and what is still open. */
export function TotalCards({ takings, open }: TotalCardsProps) {
	const { t } = useTranslation('billing');
	return (
		<div className="grid grid-cols-2 gap-4">
			<Sums title={t('total.received')} sums={takings} />
			<Sums title={t('total.open')} sums={open} />
		</div>
	);
}

function Sums({ title, sums }: { title: string; sums: readonly Money[] }) {
	const format = useFormat();
	return (
		<Card>
			<h3 className="text-muted text-small font-semibold">{title}</h3>
			{sums.map((sum) => (
				<p key={sum.currency} className="mt-1 text-title font-semibold tabular-nums sm:text-display">
					{format.money(sum)}
				</p>
			))}
			{sums.length === 0 && <p className="text-muted mt-1 text-title font-semibold sm:text-display">–</p>}
		</Card>
	);
}
