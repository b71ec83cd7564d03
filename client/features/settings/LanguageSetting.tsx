import { useTranslation } from 'react-i18next';
import { locales } from '../../../shared/contract/scalars.ts';
import { localeNames } from '../../lib/locale.ts';
import { useChangeLanguage } from '../../lib/useChangeLanguage.ts';
import { useViewer } from '../../lib/viewer.ts';
import { Card } from '../../ui/Card.tsx';
import { Select } from '../../ui/Select.tsx';

/** The interface's language, kept with the person. */
export function LanguageSetting() {
	const { t } = useTranslation('settings');
	const { locale } = useViewer();
	const change = useChangeLanguage();
	return (
		<Card>
			<Select
				label={t('language.label')}
				description={t('language.help')}
				options={locales.map((value) => ({ value, label: localeNames[value] }))}
				value={locale}
				onChange={(chosen) => change.mutate(chosen)}
			/>
		</Card>
	);
}
