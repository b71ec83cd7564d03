import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { clinicSettingsQuery, useUpdateClinic } from './clinicSettings.ts';

/** For managers: whether calls of two hide the network addresses of both, in the whole clinic. */
export function HideAddresses() {
	const { t } = useTranslation('settings');
	const { data: settings, error } = useQuery(clinicSettingsQuery);
	const change = useUpdateClinic();
	const on = change.isPending ? change.variables.relayOnly : settings?.relayOnly;
	return (
		<Card className="flex flex-col gap-3">
			<h2 className="font-semibold">{t('addresses.title')}</h2>
			{settings && on !== undefined ? (
				<>
					<Switch
						isSelected={on}
						isDisabled={change.isPending || (!settings.relayAvailable && !on)}
						onChange={(relayOnly) => change.mutate({ relayOnly })}
					>
						<span className="block">{t('addresses.label')}</span>
						<span className="text-muted block text-small">{t('addresses.help')}</span>
					</Switch>
					{!settings.relayAvailable && (
						<Notice tone={on ? 'danger' : 'info'}>{t(on ? 'addresses.broken' : 'addresses.unavailable')}</Notice>
					)}
				</>
			) : (
				!error && <Skeleton className="h-12" />
			)}
			<FormError error={error ?? change.error} />
		</Card>
	);
}
