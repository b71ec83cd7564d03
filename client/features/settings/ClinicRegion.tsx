import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currencies } from '../../../shared/contract/scalars.ts';
import { LocaleField } from '../../lib/LocaleField.tsx';
import { TimeZoneField } from '../../lib/TimeZoneField.tsx';
import { Card } from '../../ui/Card.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { clinicSettingsQuery, useUpdateClinic } from './clinicSettings.ts';

/** For managers: the clock, the language and the currency of the whole clinic. */
export function ClinicRegion() {
	const { t } = useTranslation('settings');
	const { data: settings, error } = useQuery(clinicSettingsQuery);
	const change = useUpdateClinic();
	const shown = settings && { ...settings, ...(change.isPending && change.variables) };
	return (
		<Card className="flex flex-col gap-4">
			<h2 className="font-semibold">{t('clinic.title')}</h2>
			{shown ? (
				<>
					<TimeZoneField
						label={t('clinic.zone')}
						description={t('clinic.zoneHelp')}
						value={shown.timeZone}
						onChange={(timeZone) => change.mutate({ timeZone })}
					/>
					<LocaleField
						label={t('clinic.language')}
						description={t('clinic.languageHelp')}
						value={shown.locale}
						onChange={(locale) => change.mutate({ locale })}
					/>
					<Select
						label={t('clinic.currency')}
						description={t('clinic.currencyHelp')}
						options={currencies.map((value) => ({ value, label: value }))}
						value={shown.currency}
						onChange={(currency) => change.mutate({ currency })}
					/>
				</>
			) : (
				!error && <Skeleton className="h-64" />
			)}
			<FormError error={error ?? change.error} />
		</Card>
	);
}
