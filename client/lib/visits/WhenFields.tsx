import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/DateField.tsx';

interface When {
	/** Calendar date (`2026-03-01`) and wall-clock time (`14:00`); empty while it is not chosen. */
	date: string;
	time: string;
}

/** When something begins. */
export function WhenFields({ date, time, onChange }: When & { onChange: (part: Partial<When>) => void }) {
	const { t } = useTranslation('visits');
	return (
		<div className="grid grid-cols-2 gap-3">
			<DateField
				kind="date"
				label={t('new.date')}
				value={date}
				onChange={(chosen) => onChange({ date: chosen })}
				isRequired
			/>
			<DateField
				kind="time"
				label={t('new.time')}
				value={time}
				onChange={(chosen) => onChange({ time: chosen })}
				isRequired
			/>
		</div>
	);
}
