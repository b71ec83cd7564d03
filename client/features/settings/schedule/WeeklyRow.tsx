import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '../../../../shared/contract/schedule.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TimeRange, plainInput } from './TimeRange.tsx';

type Opening = OpeningHours['weekly'][number];

interface WeeklyRowProps {
	opening: Opening;
	onChange: (opening: Opening) => void;
	onRemove: () => void;
}

/** One opening of every week. */
export function WeeklyRow({ opening, onChange, onRemove }: WeeklyRowProps) {
	const { t } = useTranslation('schedule');
	const format = useFormat();
	// Any Monday; not at the top of the file, as older browsers get Temporal later.
	const monday = Temporal.PlainDate.from('2026-03-02');
	return (
		<div className="flex flex-wrap items-center gap-2">
			<select
				aria-label={t('hours.weekday')}
				value={opening.weekday}
				onChange={(event) => onChange({ ...opening, weekday: Number(event.target.value) })}
				className={plainInput}
			>
				{[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
					<option key={weekday} value={weekday}>
						{format.date(monday.add({ days: weekday - 1 }), 'weekday')}
					</option>
				))}
			</select>
			<span className="flex items-center gap-2">
				<TimeRange hours={opening} onChange={(hours) => onChange({ ...opening, ...hours })} />
				<IconButton label={t('hours.remove')} onPress={onRemove}>
					<Trash2 aria-hidden />
				</IconButton>
			</span>
		</div>
	);
}
