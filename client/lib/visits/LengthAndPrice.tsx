import { useTranslation } from 'react-i18next';
import { durationLimits } from '../../../shared/contract/appointments.ts';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';

interface LengthAndPriceProps {
	/** Not a number while it is not typed. */
	minutes: number;
	onMinutes: (minutes: number) => void;
	currency: string;
	amountMinor: number | null;
	onAmount: (amountMinor: number | null) => void;
}

/** How long a visit takes, and what it costs. */
export function LengthAndPrice({ minutes, onMinutes, currency, amountMinor, onAmount }: LengthAndPriceProps) {
	const { t } = useTranslation('visits');
	return (
		<div className="grid grid-cols-2 gap-3">
			<NumberField
				label={t('edit.duration')}
				value={minutes}
				onChange={onMinutes}
				minValue={durationLimits.least}
				maxValue={durationLimits.most}
			/>
			<MoneyField label={t('new.price')} currency={currency} amountMinor={amountMinor} onChange={onAmount} />
		</div>
	);
}
