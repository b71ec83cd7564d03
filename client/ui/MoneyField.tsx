import { currencyDigits } from '../../shared/domain/money.ts';
import { NumberField, type NumberFieldProps } from './NumberField.tsx';

interface MoneyFieldProps extends Omit<
	NumberFieldProps,
	'value' | 'onChange' | 'formatOptions' | 'minValue' | 'maxValue'
> {
	/** ISO 4217. */
	currency: string;
	/** In minor units; null while empty. */
	amountMinor: number | null;
	onChange: (amountMinor: number | null) => void;
}

/** An amount of money, typed in the currency's own digits and kept in its minor units. */
export function MoneyField({ currency, amountMinor, onChange, ...props }: MoneyFieldProps) {
	const unit = 10 ** currencyDigits(currency);
	return (
		<NumberField
			{...props}
			value={amountMinor === null ? Number.NaN : amountMinor / unit}
			onChange={(value) => onChange(Number.isNaN(value) ? null : Math.round(value * unit))}
			formatOptions={{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }}
			minValue={0}
			maxValue={99_999_999 / unit}
		/>
	);
}
