import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import type { Locale } from '../../../shared/contract/scalars.ts';
import de from '../../locales/de/visits.json' with { type: 'json' };
import en from '../../locales/en/visits.json' with { type: 'json' };
import is from '../../locales/is/visits.json' with { type: 'json' };
import pl from '../../locales/pl/visits.json' with { type: 'json' };
import { createFormat } from '../format.ts';
import { changeRule, noRepeat, toRecurrence, type Repeat } from './repeat.ts';
import { repeatWords } from './repeatWords.ts';

const catalogues = { de, en, is, pl };

function words(locale: Locale, date: string, repeat: Partial<Repeat>): string {
	const i18n = createInstance();
	void i18n.init({ lng: locale, resources: { [locale]: { visits: catalogues[locale] } }, initAsync: false });
	const t = i18n.getFixedT(locale, 'visits', 'repeat');
	const format = createFormat(locale, 'UTC');
	return repeatWords({ ...noRepeat, ...repeat }, Temporal.PlainDate.from(date), { t, format });
}

/** A Monday. */
const monday = '2026-11-23';
const biweekly: Partial<Repeat> = {
	...{ frequency: 'WEEKLY', interval: 2, weekdays: [4], endsBy: 'until', until: '2027-03-03' },
};

test.each<[Locale, string]>([
	['en', 'Every 2 weeks on Mon and Thu, until 3 March 2027'],
	['de', 'Alle 2 Wochen am Mo und Do, bis 3. März 2027'],
	['is', 'Á 2 vikna fresti: mán. og fim., til 3. mars 2027'],
	['pl', 'Co 2 tygodnie: pon. i czw., do 3 marca 2027'],
])('in %s a rule reads %s', (locale, sentence) => {
	expect(words(locale, monday, biweekly)).toBe(sentence);
});

test.each<[string, Partial<Repeat>, string]>([
	[monday, { frequency: 'WEEKLY', weekdays: [3, 5], count: 8 }, 'Every week on Mon, Wed and Fri, 8 times'],
	[monday, { frequency: 'MONTHLY_BY_WEEKDAY' }, 'Every month on the fourth Monday, 10 times'],
	['2026-11-10', { frequency: 'MONTHLY_BY_WEEKDAY', interval: 3 }, 'Every 3 months on the second Tuesday, 10 times'],
	['2026-11-30', { frequency: 'MONTHLY_BY_WEEKDAY' }, 'Every month on the last Monday, 10 times'],
	['2026-11-30', { frequency: 'MONTHLY_BY_DATE' }, 'Every month on day 30, 10 times'],
])('what begins on %s and is %o reads as it is counted', (date, repeat, sentence) => {
	expect(words('en', date, repeat)).toBe(sentence);
});

test('what is sent has the end that was chosen, and nothing of a rule before', () => {
	const left = { ...noRepeat, ...biweekly, leaveOut: ['2026-12-07T09:00:00Z'] };
	expect(toRecurrence(left)).toEqual({
		...{ frequency: 'WEEKLY', interval: 2, weekdays: [4], end: { until: '2027-03-03' } },
		leaveOut: ['2026-12-07T09:00:00Z'],
	});
	const monthly = changeRule(left, { frequency: 'MONTHLY_BY_DATE', endsBy: 'count' });
	expect(toRecurrence(monthly)).toEqual({ frequency: 'MONTHLY_BY_DATE', interval: 2, end: { count: 10 } });
	expect(toRecurrence({ ...left, until: '' })).toBeNull();
	expect(toRecurrence({ ...left, interval: Number.NaN })).toBeNull();
	expect(toRecurrence(noRepeat)).toBeUndefined();
});
