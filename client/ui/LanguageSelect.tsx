import { ChevronDown, Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { locales } from '../../shared/contract/scalars.ts';
import { changeLanguage } from '../lib/i18n.ts';
import { localeNames, toLocale } from '../lib/locale.ts';

export function LanguageSelect() {
	const { t, i18n } = useTranslation('common');
	return (
		<span className="relative shrink-0">
			<Globe aria-hidden className="text-muted pointer-events-none absolute top-3 left-2.5 size-5" />
			<select
				aria-label={t('me.language')}
				value={toLocale(i18n.language)}
				onChange={(event) => void changeLanguage(toLocale(event.target.value))}
				className="hover:bg-sunken rounded-box min-h-11 appearance-none bg-transparent pr-8 pl-9"
			>
				{locales.map((locale) => (
					<option key={locale} value={locale} lang={locale}>
						{localeNames[locale]}
					</option>
				))}
			</select>
			<ChevronDown aria-hidden className="text-muted pointer-events-none absolute top-3.5 right-2 size-4" />
		</span>
	);
}
