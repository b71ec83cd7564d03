import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '../../../../shared/contract/schedule.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { TimeRange, plainInput } from './TimeRange.tsx';

type Exception = OpeningHours['exceptions'][number];

interface ExceptionRowProps {
	exception: Exception;
	today: Temporal.PlainDate;
	onChange: (exception: Exception) => void;
	onRemove: () => void;
}

/** One date that is different: closed, or open at other times. */
export function ExceptionRow({ exception, today, onChange, onRemove }: ExceptionRowProps) {
	const { t } = useTranslation('schedule');
	const isOpen = exception.hours.length > 0;
	return (
		<div className="border-line flex flex-wrap items-center gap-2 border-t pt-2.5">
			<input
				type="date"
				aria-label={t('hours.date')}
				min={today.toString()}
				value={exception.date}
				onChange={(event) => event.target.value && onChange({ ...exception, date: event.target.value })}
				className={plainInput}
			/>
			<Switch
				isSelected={isOpen}
				onChange={(open) => onChange({ ...exception, hours: open ? [{ startMinute: 540, endMinute: 1_020 }] : [] })}
			>
				{t(isOpen ? 'hours.open' : 'hours.closed')}
			</Switch>
			{exception.hours.map((hours, nth) => (
				<TimeRange
					// oxlint-disable-next-line react/no-array-index-key -- they are changed in place, never moved
					key={nth}
					hours={hours}
					onChange={(changed) => onChange({ ...exception, hours: exception.hours.with(nth, changed) })}
				/>
			))}
			<IconButton label={t('hours.remove')} onPress={onRemove}>
				<Trash2 aria-hidden />
			</IconButton>
		</div>
	);
}
