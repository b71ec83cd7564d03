import type { Locale } from '../../shared/contract/scalars.ts';
import type { Translate } from '../features/ports.ts';
import de from '../locales/de.json' with { type: 'json' };
import en from '../locales/en.json' with { type: 'json' };
import is from '../locales/is.json' with { type: 'json' };
import pl from '../locales/pl.json' with { type: 'json' };

interface Words {
	readonly [key: string]: string | Words;
}

/**
 * The words of Samtal's mails (server/locales): `{{name}}` in them stands for a value. Values are put in as they are:
 * whoever writes HTML escapes it. There are no plurals here, and each booking says a dozen of these, so that i18next
 * would take more time than everything else about a mail.
 */
export function createTranslate(): Translate {
	const texts: Record<Locale, Map<string, string>> = {
		...{ de: new Map(textsOf(de)), en: new Map(textsOf(en)) },
		...{ is: new Map(textsOf(is)), pl: new Map(textsOf(pl)) },
	};
	return (locale, key, values = {}) =>
		(texts[locale].get(key) ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** Each text with its whole key, as `booked.subject`. */
const textsOf = (words: Words, path = ''): [string, string][] =>
	Object.entries(words).flatMap(([key, value]) =>
		typeof value === 'string' ? [[path + key, value]] : textsOf(value, `${path}${key}.`),
	);
