import type { TFunction } from 'i18next';
import type { Format } from '../format.ts';
import { weekdaysOf, type Repeat } from './repeat.ts';

const nths = ['first', 'second', 'third', 'fourth', 'last'] as const;
const weekdayNames = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Any week, for the names of its days; not at the top of the file, as older browsers get Temporal later. */
export const weekdayName = (weekday: number, format: Format): string =>
	format.date(Temporal.PlainDate.from('2026-03-02').add({ days: weekday - 1 }), 'weekday');

/** How it repeats in plain words, begun on `date`: `Every 2 weeks on Mon and Thu, until 3 March 2027`. */
export function repeatWords(
	repeat: Repeat,
	date: Temporal.PlainDate,
	{ t, format }: { t: TFunction<'visits', 'repeat'>; format: Format },
): string {
	const rule = ruleWords(repeat, date, { t, format });
	if (repeat.endsBy === 'count') return t('times', { rule, count: repeat.count });
	if (repeat.until === '') return rule;
	return t('untilDate', { rule, date: format.date(Temporal.PlainDate.from(repeat.until), 'date') });
}

function ruleWords(
	repeat: Repeat,
	date: Temporal.PlainDate,
	{ t, format }: { t: TFunction<'visits', 'repeat'>; format: Format },
): string {
	const { frequency, interval: count } = repeat;
	if (frequency === 'WEEKLY') {
		const names = weekdaysOf(repeat, date).map((weekday) => weekdayName(weekday, format));
		const [last = '', most] = [names.at(-1), names.slice(0, -1).join(', ')];
		return t('weekly', { count, days: most === '' ? last : t('both', { most, last }) });
	}
	if (frequency === 'MONTHLY_BY_DATE') return t('monthly', { count, on: t('onDay', { day: date.day }) });
	// As the rule counts: the fifth of a weekday is the last (shared/domain/recurrence.ts).
	const nth = nths[Math.ceil(date.day / 7) - 1] ?? 'last';
	const weekday = t(`weekday.${weekdayNames[date.dayOfWeek - 1] ?? '1'}`);
	return t('monthly', { count, on: t(`nth.${nth}`, { weekday }) });
}
