import { Check, CircleDashed, CircleDot, CircleX, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment, PaymentStatus } from '../../../shared/contract/payments.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { useFormat } from '../useFormat.ts';
import { cardBrand } from '../../../shared/domain/payments/cardBrand.ts';

const looks: Record<PaymentStatus, { tone: Tone; icon: ReactNode }> = {
	REQUESTED: { tone: 'warn', icon: <CircleDashed aria-hidden /> },
	PAYING: { tone: 'info', icon: <CircleDot aria-hidden /> },
	RECEIVED: { tone: 'success', icon: <Check aria-hidden /> },
	FAILED: { tone: 'danger', icon: <CircleX aria-hidden /> },
	CANCELLED: { tone: 'neutral', icon: <X aria-hidden /> },
};

/** Payments with their state, newest first as they come. */
export function PaymentList({ payments }: { payments: readonly Payment[] }) {
	const { t } = useTranslation('billing');
	return (
		<ul aria-label={t('title')} className="bg-surface border-line divide-line divide-y rounded-box border px-4">
			{payments.map((payment) => (
				<PaymentRow key={payment.id} payment={payment} />
			))}
		</ul>
	);
}

function PaymentRow({ payment }: { payment: Payment }) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	const { tone, icon } = looks[payment.status];
	const when = format.dateTime(payment.receivedAt ?? payment.requestedAt);
	return (
		<li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3.5">
			<div className="min-w-0 flex-1 basis-44">
				<p className="truncate font-medium">{payment.payer.name}</p>
				<p className="text-muted truncate text-small">{payment.description}</p>
			</div>
			<div className="text-muted basis-40 text-small">
				<p>{t(payment.receivedAt === null ? 'requestedOn' : 'receivedOn', { when })}</p>
				{payment.card && (
					<p className="tabular-nums">
						{t('card', { brand: cardBrand(payment.card.brand), last4: payment.card.last4 })}
					</p>
				)}
			</div>
			<Badge tone={tone} icon={icon}>
				{t(`status.${payment.status}`)}
			</Badge>
			<p className="ml-auto min-w-24 text-right font-semibold tabular-nums">{format.money(payment)}</p>
		</li>
	);
}
