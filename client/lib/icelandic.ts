/**
 * What Intl knows of other languages and Chromium does not know of Icelandic: names of days and months, units and
 * the plural rule. Source: Unicode CLDR, locale `is`.
 */
const weekdays = ['mánudagur', 'þriðjudagur', 'miðvikudagur', 'fimmtudagur', 'föstudagur', 'laugardagur', 'sunnudagur'];
const shortWeekdays = ['mán.', 'þri.', 'mið.', 'fim.', 'fös.', 'lau.', 'sun.'];
const months = [
	'janúar',
	'febrúar',
	'mars',
	'apríl',
	'maí',
	'júní',
	'júlí',
	'ágúst',
	'september',
	'október',
	'nóvember',
	'desember',
];
const shortMonths = ['jan.', 'feb.', 'mars', 'apr.', 'maí', 'jún.', 'júl.', 'ágú.', 'sep.', 'okt.', 'nóv.', 'des.'];

export type DateStyle = 'day' | 'shortDay' | 'date' | 'month' | 'weekday';

/** A date in Icelandic: `sunnudagur 22. nóvember`, `sun. 22. nóv.`, `22. nóvember 2026`, `nóvember 2026`, `sun.` */
export function icelandicDate({ year, month, day, dayOfWeek }: Temporal.PlainDate, style: DateStyle): string {
	const monthName = months[month - 1];
	switch (style) {
		case 'day':
			return `${weekdays[dayOfWeek - 1]} ${day}. ${monthName}`;
		case 'shortDay':
			return `${shortWeekdays[dayOfWeek - 1]} ${day}. ${shortMonths[month - 1]}`;
		case 'date':
			return `${day}. ${monthName} ${year}`;
		case 'month':
			return `${monthName} ${year}`;
		case 'weekday':
			return shortWeekdays[dayOfWeek - 1] ?? '';
	}
}

export const icelandicUnits = { hour: 'klst.', minute: 'mín.' } as const;

const select = (count: number): Intl.LDMLPluralRule =>
	Math.abs(count) % 10 === 1 && Math.abs(count) % 100 !== 11 ? 'one' : 'other';

/** 1, 21, 31 … are *one*; 11 is not. */
export const icelandicPluralRule = {
	select,
	resolvedOptions: () => ({ pluralCategories: ['one', 'other'] }),
};
