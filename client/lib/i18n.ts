import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../../shared/contract/scalars.ts';
import { icelandicPluralRule } from './icelandic.ts';
import type { Namespace } from './i18next.d.ts';
import { rememberLocale } from './locale.ts';

/** One chunk per language and namespace, fetched when a screen first asks for it. */
const catalogues = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' });

const backend: BackendModule = {
	type: 'backend',
	init: () => undefined,
	read: (language, namespace, done) => {
		const load = catalogues[`../locales/${language}/${namespace}.json`];
		if (!load) return done(new Error(`No ${namespace} texts in ${language}`), null);
		load().then(
			(texts) => done(null, texts),
			(error: Error) => done(error, null),
		);
	},
};

/**
 * Starts translation in one language with the namespaces of the first screen; further ones load when
 * `useTranslation` names them (inside a `Suspense`). No other language is loaded.
 */
export async function startI18n(language: Locale, namespaces: readonly Namespace[]): Promise<void> {
	i18next.on('languageChanged', (tag) => {
		document.documentElement.lang = tag;
	});
	await i18next
		.use(backend)
		.use(initReactI18next)
		.init({
			lng: language,
			fallbackLng: false,
			ns: [...namespaces],
			defaultNS: 'common',
			// React escapes.
			interpolation: { escapeValue: false },
		});
	teachIcelandicPlurals();
}

/** Switches the whole page to another language and remembers it on this device. */
export async function changeLanguage(language: Locale): Promise<void> {
	await i18next.changeLanguage(language);
	rememberLocale(language);
}

/** The part of i18next's resolver, untyped there, that is taught. */
interface PluralResolver {
	getRule(code: string, options?: object): Pick<Intl.PluralRules, 'select'>;
}

/** Chromium carries no Icelandic data: `Intl.PluralRules('is')` would count like the browser's own language. */
function teachIcelandicPlurals(): void {
	const resolver: PluralResolver = i18next.services.pluralResolver;
	const known = resolver.getRule.bind(resolver);
	resolver.getRule = (code, options) => (code === 'is' ? icelandicPluralRule : known(code, options));
}
