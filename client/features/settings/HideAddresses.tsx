import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getClinicSettings, updateClinicSettings } from '../../../shared/contract/clinic.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { Card } from '../../ui/Card.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Switch } from '../../ui/Switch.tsx';

const queryKey = ['clinic', 'settings'];

/** For managers: whether calls of two hide the network addresses of both, in the whole clinic. */
export function HideAddresses() {
	const { t } = useTranslation('settings');
	const queryClient = useQueryClient();
	const { data: settings, error } = useQuery({
		queryKey,
		queryFn: ({ signal }) => memberApi.call(getClinicSettings, {}, { signal }),
	});
	const change = useMutation({
		mutationFn: (relayOnly: boolean) => memberApi.call(updateClinicSettings, { body: { relayOnly } }),
		onSuccess: (changed) => queryClient.setQueryData(queryKey, changed),
	});
	const on = change.isPending ? change.variables : settings?.relayOnly;
	return (
		<Card className="flex flex-col gap-3">
			<h2 className="font-semibold">{t('addresses.title')}</h2>
			{settings && on !== undefined ? (
				<>
					<Switch
						isSelected={on}
						isDisabled={change.isPending || (!settings.relayAvailable && !on)}
						onChange={(wanted) => change.mutate(wanted)}
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
