import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { VatField } from './VatField.tsx';

/** A line as it is typed; numbers are NaN while empty. */
export interface FreeLine {
	key: string;
	description: string;
	quantity: number;
	unitMinor: number;
	vatBasisPoints: number;
}

interface FreeLineFieldsProps {
	line: FreeLine;
	currency: string;
	onChange: (line: FreeLine) => void;
	onRemove: () => void;
}

/** The fields of a line that is for no visit. */
export function FreeLineFields({ line, currency, onChange, onRemove }: FreeLineFieldsProps) {
	const { t } = useTranslation('invoices');
	return (
		<li className="flex flex-col gap-3 py-4">
			<div className="flex items-end gap-2">
				<div className="min-w-0 flex-1">
					<TextField
						label={t('new.description')}
						value={line.description}
						onChange={(description) => onChange({ ...line, description })}
						maxLength={200}
						isRequired
					/>
				</div>
				<IconButton label={t('new.remove')} onPress={onRemove}>
					<Trash2 aria-hidden />
				</IconButton>
			</div>
			<div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
				<NumberField
					label={t('new.quantity')}
					value={line.quantity}
					onChange={(quantity) => onChange({ ...line, quantity })}
					formatOptions={{ maximumFractionDigits: 0 }}
					minValue={1}
					maxValue={999}
					isRequired
				/>
				<MoneyField
					label={t('new.price')}
					currency={currency}
					amountMinor={Number.isNaN(line.unitMinor) ? null : line.unitMinor}
					onChange={(unitMinor) => onChange({ ...line, unitMinor: unitMinor ?? Number.NaN })}
					isRequired
				/>
				<VatField
					basisPoints={line.vatBasisPoints}
					onChange={(vatBasisPoints) => onChange({ ...line, vatBasisPoints })}
				/>
			</div>
		</li>
	);
}
