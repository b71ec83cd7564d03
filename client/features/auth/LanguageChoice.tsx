import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { locales, type Locale } from '../../../shared/contract/scalars.ts';
import { localeNames, toLocale } from '../../lib/locale.ts';

/** The four languages, each in its own words. */
export function LanguageChoice({ onChoose }: { onChoose: (locale: Locale) => void }) {
	const { t, i18n } = useTranslation('common');
	const current = toLocale(i18n.language);
	return (
		<div role="group" aria-label={t('me.language')} className="mt-6 flex flex-wrap justify-center gap-1">
			{locales.map((locale) => (
				<button
					key={locale}
					type="button"
					lang={locale}
					aria-pressed={locale === current}
					onClick={() => onChoose(locale)}
					className={clsx(
						'min-h-11 rounded-box px-3 text-small font-medium',
						locale === current ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken',
					)}
				>
					{localeNames[locale]}
				</button>
			))}
		</div>
	);
}
