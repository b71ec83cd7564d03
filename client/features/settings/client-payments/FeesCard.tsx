import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { FeesForm } from './FeesForm.tsx';
import { feesQuery } from './queries.ts';

/** What clients pay for visits that do not take place. */
export function FeesCard() {
	const { t } = useTranslation('clientPayments');
	const { data: rules, error } = useQuery(feesQuery);
	if (!rules) return error ? <FormError error={error} /> : <Skeleton className="h-64" />;
	return (
		<Card className="flex flex-col gap-4">
			<div>
				<h2 className="text-title font-semibold">{t('fees.title')}</h2>
				<p className="text-muted">{t('fees.detail')}</p>
			</div>
			<FeesForm rules={rules} />
		</Card>
	);
}
