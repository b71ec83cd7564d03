import { useTranslation } from 'react-i18next';
import { mostOccurrences } from '../../../shared/contract/recurrence.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { patterns, type Repeat } from './repeat.ts';

interface RepeatFieldsProps {
	repeat: Repeat;
	onChange: (repeat: Repeat) => void;
}

/** Whether something repeats, how often, and how many there are to be. */
export function RepeatFields({ repeat, onChange }: RepeatFieldsProps) {
	const { t } = useTranslation('visits');
	return (
		<div className="grid grid-cols-[1fr_auto] gap-3">
			<Select
				label={t('repeat.title')}
				options={patterns.map((value) => ({ value, label: t(`repeat.${value}`) }))}
				value={repeat.pattern}
				onChange={(pattern) => onChange({ ...repeat, pattern, leaveOut: [] })}
			/>
			{repeat.pattern !== 'never' && (
				<NumberField
					label={t('repeat.count')}
					value={repeat.count}
					onChange={(count) => onChange({ ...repeat, count, leaveOut: [] })}
					minValue={2}
					maxValue={mostOccurrences}
				/>
			)}
		</div>
	);
}
