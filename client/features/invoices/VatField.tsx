import { useTranslation } from 'react-i18next';
import { NumberField } from '../../ui/NumberField.tsx';

interface VatFieldProps {
	/** NaN while empty. */
	basisPoints: number;
	onChange: (basisPoints: number) => void;
}

/** A rate of VAT, typed in per cent. */
export function VatField({ basisPoints, onChange }: VatFieldProps) {
	const { t } = useTranslation('invoices');
	return (
		<NumberField
			label={t('new.vat')}
			value={basisPoints / 10_000}
			onChange={(value) => onChange(Math.round(value * 10_000))}
			formatOptions={{ style: 'percent', maximumFractionDigits: 2 }}
			minValue={0}
			maxValue={1}
			isRequired
		/>
	);
}
