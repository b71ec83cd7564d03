import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../shared/contract/payments.ts';
import { useFormat } from '../../useFormat.ts';

type Disputed = Pick<Payment, 'disputes' | 'currency'>;

/** What the payer's bank asks back of a payment, and how that ended; nothing where it asked for nothing. */
export const DisputeLines = ({ payment }: { payment: Disputed }) =>
	payment.disputes.length > 0 && (
		<Suspense fallback={null}>
			<Lines payment={payment} />
		</Suspense>
	);

function Lines({ payment: { disputes, currency } }: { payment: Disputed }) {
	const { t } = useTranslation('disputes');
	const format = useFormat();
	return (
		<ul aria-label={t('list')} className="order-6 flex basis-full flex-col gap-1 text-small">
			{disputes.map(({ id, status, amountMinor, dueBy, reason }) => {
				const isOver = status === 'WON' || status === 'CLOSED';
				const Icon = isOver ? ShieldCheck : ShieldAlert;
				const amount = format.money({ amountMinor, currency });
				return (
					<li key={id} className={`flex gap-2 ${isOver ? 'text-muted' : 'text-danger'}`}>
						<Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
						<span className="min-w-0 [overflow-wrap:anywhere]">
							{status === 'NEEDS_RESPONSE' && dueBy !== null
								? t('line.answerBy', { amount, due: format.dateTime(dueBy) })
								: t(`line.${status}`, { amount })}
							{` · ${t(`reason.${reasonOf(reason)}`)}`}
						</span>
					</li>
				);
			})}
		</ul>
	);
}

const reasons = [
	'fraudulent',
	'duplicate',
	'product_not_received',
	'product_unacceptable',
	'credit_not_processed',
] as const;

/** Stripe may have more reasons than there are words for. */
const reasonOf = (reason: string) => reasons.find((each) => each === reason) ?? 'other';
