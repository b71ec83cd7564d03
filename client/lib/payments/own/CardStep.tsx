import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../shared/contract/payments.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import type { Paying } from './PayDialog.tsx';
import { declineReason } from './payments.ts';

const CardForm = lazy(async () => ({ default: (await import('./card/CardForm.tsx')).CardForm }));

const CheckoutStep = lazy(async () => ({ default: (await import('./checkout/CheckoutStep.tsx')).CheckoutStep }));

/** The payment service's own, for what no card form can pay. */
export const OtherPage = ({ payment }: { payment: Payment }) => (
	<Suspense fallback={<SkeletonList rows={2} />}>
		<CheckoutStep payment={payment} />
	</Suspense>
);

interface CardStepProps {
	paying: Paying;
	payment: Payment;
	/** The card was accepted, and the word of the payment service is awaited. */
	submitted: boolean;
	onSubmitted: (submitted: boolean) => void;
}

/** What became of the card that was sent last from this form; none was yet: null. */
type Attempt = { code: string | null } | 'running' | null;

/** The decline to show. A running attempt has none: what the server knows is of the card before. */
function declineOf(attempt: Attempt, payment: Payment): { code: string | null } | null {
	if (attempt === 'running') return null;
	return attempt ?? (payment.status === 'FAILED' ? { code: payment.failureCode } : null);
}

/**
 * The card. What the form says of a decline shows at once; that the money came is believed of the server alone, which
 * hears it from the payment service.
 */
export function CardStep({ paying, payment, submitted, onSubmitted }: CardStepProps) {
	const { t } = useTranslation('tools');
	const [attempt, setAttempt] = useState<Attempt>(null);
	const [reachable, setReachable] = useState(true);
	const giveUp = useCallback(() => setReachable(false), []);
	if (!reachable || payment.hosted) return <OtherPage payment={payment} />;
	if (submitted)
		return (
			<div role="status" className="flex flex-col gap-2">
				<p className="font-semibold">{t('payments.pay.awaiting')}</p>
				<SkeletonList rows={2} />
			</div>
		);
	const declined = declineOf(attempt, payment);
	return (
		<div className="flex flex-col gap-4">
			{declined && (
				<Notice tone="danger" title={t('payments.pay.declined')}>
					<p>{t(`payments.declined.${declineReason(declined.code)}`)}</p>
					<p>{t('payments.pay.tryAgain')}</p>
				</Notice>
			)}
			<Suspense fallback={<SkeletonList rows={3} rowClassName="h-11" />}>
				<CardForm
					paying={paying}
					onAttempt={() => setAttempt('running')}
					onSubmitted={() => onSubmitted(true)}
					onDeclined={(code) => setAttempt({ code })}
					onUnreachable={giveUp}
				/>
			</Suspense>
		</div>
	);
}
