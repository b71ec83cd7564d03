import { useTranslation } from 'react-i18next';
import { endMinuteOf, startMinuteOf, toField } from './clockTimes.ts';

interface Hours {
	startMinute: number;
	endMinute: number;
}

/** The look of a field in a row. */
export const plainInput = 'border-edge bg-surface rounded-box min-h-11 border px-2 tabular-nums';

/** From when to when. */
export function TimeRange({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
	const { t } = useTranslation('schedule');
	const { startMinute, endMinute } = hours;
	return (
		<span className="flex items-center gap-2">
			<input
				type="time"
				aria-label={t('hours.from')}
				value={toField(startMinute)}
				onChange={(event) => onChange({ startMinute: startMinuteOf(event.target.value), endMinute })}
				className={plainInput}
			/>
			<span aria-hidden>–</span>
			<input
				type="time"
				aria-label={t('hours.to')}
				value={toField(endMinute)}
				onChange={(event) => onChange({ startMinute, endMinute: endMinuteOf(event.target.value) })}
				className={plainInput}
			/>
		</span>
	);
}
