import { Clock, TriangleAlert, Undo2 } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../shared/contract/payments.ts';
import { useFormat } from '../../useFormat.ts';

const icons = { PENDING: Clock, SUCCEEDED: Undo2, FAILED: TriangleAlert };

/** What went back of a payment, or is on its way; nothing where nothing did. */
export const RefundLines = ({ payment }: { payment: Payment }) =>
	payment.refunds.length > 0 && (
		<Suspense fallback={null}>
			<Lines payment={payment} />
		</Suspense>
	);

function Lines({ payment: { refunds, currency } }: { payment: Payment }) {
	const { t } = useTranslation('refunds');
	const format = useFormat();
	return (
		<ul aria-label={t('list')} className="order-6 flex basis-full flex-col gap-1 text-small">
			{refunds.map(({ id, status, amountMinor, requestedAt, requestedBy, reason }) => {
				const Icon = icons[status];
				const more = [requestedBy, reason].filter(Boolean).join(' · ');
				return (
					<li key={id} className={`flex gap-2 ${status === 'FAILED' ? 'text-danger' : 'text-muted'}`}>
						<Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
						<span className="min-w-0 [overflow-wrap:anywhere]">
							{t(`line.${status}`, {
								amount: format.money({ amountMinor, currency }),
								when: format.dateTime(requestedAt),
							})}
							{more && ` · ${more}`}
						</span>
					</li>
				);
			})}
		</ul>
	);
}
