import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { mostOccurrences, recurrence } from '../../../shared/contract/recurrence.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useFormat } from '../useFormat.ts';
import { changeRule, toRecurrence, weekdaysOf, type Repeat } from './repeat.ts';
import { repeatWords, weekdayName } from './repeatWords.ts';

interface RepeatFieldsProps {
	repeat: Repeat;
	onChange: (repeat: Repeat) => void;
	/** Of the first one (`2026-03-01`), from which the rule counts; empty while it is not chosen. */
	date: string;
}

const frequencies = ['never', ...recurrence.shape.frequency.options] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Whether something repeats, how often, on which days and for how long, and the same in plain words. */
export function RepeatFields({ repeat, onChange, date }: RepeatFieldsProps) {
	const { t } = useTranslation('visits', { keyPrefix: 'repeat' });
	const format = useFormat();
	const { frequency, interval, endsBy, count, until } = repeat;
	const change = (part: Partial<Repeat>) => onChange(changeRule(repeat, part));
	const first = date === '' ? undefined : Temporal.PlainDate.from(date);
	const chosen = first ? weekdaysOf(repeat, first) : repeat.weekdays;
	const toggle = (weekday: number) =>
		change({
			weekdays: chosen.includes(weekday) ? chosen.filter((each) => each !== weekday) : [...chosen, weekday],
		});
	const endWith = (end: Repeat['endsBy']) =>
		change({ endsBy: end, until: until === '' && first ? first.add({ months: 3 }).toString() : until });

	return (
		<div className="flex flex-col gap-3">
			<div className={clsx('grid items-end gap-3', frequency !== 'never' && 'grid-cols-2')}>
				<Select
					label={t('title')}
					options={frequencies.map((value) => ({ value, label: t(value) }))}
					value={frequency}
					onChange={(wanted) => change({ frequency: wanted })}
				/>
				{frequency !== 'never' && (
					<NumberField
						label={t(frequency === 'WEEKLY' ? 'everyWeeks' : 'everyMonths')}
						value={interval}
						onChange={(wanted) => change({ interval: wanted })}
						minValue={1}
						maxValue={52}
					/>
				)}
			</div>
			{frequency === 'WEEKLY' && (
				<div role="group" aria-label={t('weekdays')} className="flex flex-wrap gap-1.5">
					{weekdays.map((weekday) => (
						<Chip
							key={weekday}
							isSelected={chosen.includes(weekday)}
							isDisabled={weekday === first?.dayOfWeek}
							onPress={() => toggle(weekday)}
						>
							{weekdayName(weekday, format)}
						</Chip>
					))}
				</div>
			)}
			{frequency !== 'never' && (
				<>
					<div className="grid grid-cols-2 items-end gap-3">
						<Select
							label={t('end')}
							options={[
								{ value: 'count' as const, label: t('byCount') },
								{ value: 'until' as const, label: t('byDate') },
							]}
							value={endsBy}
							onChange={endWith}
						/>
						{endsBy === 'count' ? (
							<NumberField
								label={t('count')}
								value={count}
								onChange={(wanted) => change({ count: wanted })}
								minValue={2}
								maxValue={mostOccurrences}
							/>
						) : (
							<DateField
								kind="date"
								label={t('until')}
								value={until}
								onChange={(wanted) => change({ until: wanted })}
								isRequired
							/>
						)}
					</div>
					{first && toRecurrence(repeat) && (
						<p className="text-muted text-small" aria-live="polite">
							{repeatWords(repeat, first, { t, format })}
						</p>
					)}
				</>
			)}
		</div>
	);
}
