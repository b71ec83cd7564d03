import type { Locale } from '../../shared/contract/scalars.ts';
import type { Translate } from '../features/ports.ts';
import de from '../locales/de.json' with { type: 'json' };
import en from '../locales/en.json' with { type: 'json' };
import is from '../locales/is.json' with { type: 'json' };
import pl from '../locales/pl.json' with { type: 'json' };

/** The same keys in every language, or it does not compile. */
const words: Record<Locale, Record<string, Record<string, string>> & typeof en> = { en, is, pl, de };

/**
 * The words of Samtal's mails (server/locales), named `group.key`; `{{name}}` stands for a value, which is put in as it
 * is: whoever writes HTML escapes it. Mails have no plurals, and a tenth of i18next's price counts in every booking.
 */
export function createTranslate(): Translate {
	return (locale, key, values = {}) => {
		const [group = '', name = ''] = key.split('.');
		const text = words[locale][group]?.[name];
		if (text === undefined) throw new Error(`There are no words for ${key}.`);
		return text.replaceAll(/\{\{(\w+)\}\}/g, (_, value: string) => values[value] ?? '');
	};
}
