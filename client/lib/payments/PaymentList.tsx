import { Check, CircleDashed, CircleDot, CircleX, ShieldAlert, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment, PaymentStatus } from '../../../shared/contract/payments.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { useFormat } from '../useFormat.ts';
import { cardBrand } from '../../../shared/domain/payments/cardBrand.ts';
import { disputedAs } from '../../../shared/domain/payments/disputes.ts';
import { leftOf } from '../../../shared/domain/payments/refunds.ts';
import { DisputeLines } from './disputes/DisputeLines.tsx';
import { failureReason } from './failureReason.ts';
import { RefundLines } from './refunds/RefundLines.tsx';
import { isOpen } from './own/payments.ts';
import { PayLinkMenu } from './PayLinkMenu.tsx';
import { PaymentMenu } from './PaymentMenu.tsx';

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
	const { t } = useTranslation(['billing', 'disputes', 'refunds']);
	const format = useFormat();
	const { tone, icon } = looks[payment.status];
	const left = leftOf(payment);
	const disputed = disputedAs(payment.disputes);
	const refunded = payment.refundedMinor > 0;
	const when = format.dateTime(payment.receivedAt ?? payment.requestedAt);
	return (
		<li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3.5">
			<div className="order-1 min-w-0 flex-1 basis-28 sm:basis-44">
				<p className="truncate font-medium">{payment.payer.name}</p>
				<p className="text-muted truncate text-small">{payment.description}</p>
			</div>
			<div className="text-muted order-4 flex-1 basis-40 text-small sm:order-2 sm:flex-none">
				<p>{t(payment.receivedAt === null ? 'requestedOn' : 'receivedOn', { when })}</p>
				{payment.method !== 'CARD' && (
					<p className="[overflow-wrap:anywhere]">{payment.kind ?? t(`method.${payment.method}`)}</p>
				)}
				{payment.status === 'FAILED' && <p>{t(`reason.${failureReason(payment.failureCode)}`)}</p>}
				{payment.card && (
					<p className="tabular-nums">
						{t('card', { brand: cardBrand(payment.card.brand), last4: payment.card.last4 })}
					</p>
				)}
			</div>
			<div className="order-5 sm:order-3">
				{disputed ? (
					<Badge tone="danger" icon={<ShieldAlert aria-hidden />}>
						{t(`disputes:badge.${disputed}`)}
					</Badge>
				) : refunded ? (
					<Badge icon={<Undo2 aria-hidden />}>{t(left === 0 ? 'refunds:badge.all' : 'refunds:badge.part')}</Badge>
				) : (
					<Badge tone={tone} icon={icon}>
						{t(`status.${payment.status}`)}
					</Badge>
				)}
			</div>
			<div className="order-2 ml-auto min-w-24 text-right tabular-nums sm:order-4">
				<p className="font-semibold">
					{format.money({ ...payment, amountMinor: refunded ? left : payment.amountMinor })}
				</p>
				{refunded && <p className="text-muted text-small">{t('refunds:kept', { amount: format.money(payment) })}</p>}
			</div>
			<div className="order-3 -mr-2.5 flex w-11 sm:order-5">
				{isOpen(payment) ? <PayLinkMenu payment={payment} /> : <PaymentMenu payment={payment} />}
			</div>
			<RefundLines payment={payment} />
			<DisputeLines payment={payment} />
		</li>
	);
}
