import { createInstance } from 'i18next';
import type { Translate } from '../features/ports.ts';
import de from '../locales/de.json' with { type: 'json' };
import en from '../locales/en.json' with { type: 'json' };
import is from '../locales/is.json' with { type: 'json' };
import pl from '../locales/pl.json' with { type: 'json' };

/** The words of Samtal's mails (server/locales). Values are put in as they are: whoever writes HTML escapes it. */
export function createTranslate(): Translate {
	const i18n = createInstance({
		resources: { en: { mail: en }, is: { mail: is }, pl: { mail: pl }, de: { mail: de } },
		ns: 'mail',
		defaultNS: 'mail',
		fallbackLng: 'en',
		initAsync: false,
		interpolation: { escapeValue: false },
		returnNull: false,
	});
	void i18n.init();
	return (locale, key, values) => i18n.t(key, { lng: locale, ...values });
}
