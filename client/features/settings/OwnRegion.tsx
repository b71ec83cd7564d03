import { useTranslation } from 'react-i18next';
import { LocaleField } from '../../lib/LocaleField.tsx';
import { TimeZoneField } from '../../lib/TimeZoneField.tsx';
import { useUpdateMe } from '../../lib/useUpdateMe.ts';
import { useViewer } from '../../lib/viewer.ts';
import { Card } from '../../ui/Card.tsx';

/** The interface's language and the clock of the calendar, kept with the person. */
export function OwnRegion() {
	const { t } = useTranslation('settings');
	const { locale, timeZone } = useViewer();
	const change = useUpdateMe();
	return (
		<Card className="flex flex-col gap-4">
			<LocaleField
				label={t('language.label')}
				description={t('language.help')}
				value={locale}
				onChange={(chosen) => change.mutate({ locale: chosen })}
			/>
			<TimeZoneField
				label={t('clock.zone')}
				description={t('clock.zoneHelp')}
				value={timeZone}
				onChange={(chosen) => change.mutate({ timeZone: chosen })}
			/>
		</Card>
	);
}
