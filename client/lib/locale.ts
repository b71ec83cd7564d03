import { locale, locales, type Locale } from '../../shared/contract/scalars.ts';

const storageKey = 'samtal.locale';

/** How each language calls itself, for the language menu. */
export const localeNames: Record<Locale, string> = { en: 'English', is: 'Íslenska', pl: 'Polski', de: 'Deutsch' };

/** The language to begin with: the last choice on this device, else the browser's first that we have, else English. */
export function preferredLocale(): Locale {
	const wanted = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.split('-')[0])];
	return wanted.map((tag) => locales.find((known) => known === tag)).find((known) => known !== undefined) ?? 'en';
}

/** Remembers the choice on this device. */
export const rememberLocale = (chosen: Locale): void => localStorage.setItem(storageKey, chosen);

/** A language tag as one of ours. */
export const toLocale = (tag: string): Locale => locale.catch('en').parse(tag.split('-')[0]);
