import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../useFormat.ts';
import { PayLinkMenu } from '../PayLinkMenu.tsx';
import { openRequestsQuery } from './openRequestsQuery.ts';

/** What is asked for a visit and not paid, each with the ways to it; nothing where nothing is. */
export function OpenRequests({ appointmentId }: { appointmentId: string }) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	const { data = [] } = useQuery(openRequestsQuery(appointmentId));
	if (data.length === 0) return null;
	return (
		<ul aria-label={t('record.open')} className="border-line divide-line divide-y rounded-box border">
			{data.map((payment) => (
				<li key={payment.id} className="flex items-center gap-3 py-1.5 pr-1 pl-4">
					<div className="min-w-0 flex-1">
						<p className="text-muted text-small">{t('record.open')}</p>
						<p className="truncate">{payment.description}</p>
					</div>
					<span className="font-semibold tabular-nums">{format.money(payment)}</span>
					<PayLinkMenu payment={payment} />
				</li>
			))}
		</ul>
	);
}
