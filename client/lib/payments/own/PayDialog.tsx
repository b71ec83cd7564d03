import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment, startPaying } from '../../../../shared/contract/payments.ts';
import type { ResponseOf } from '../../../../shared/contract/route.ts';
import { useFormat } from '../../useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { CardStep, OtherPage } from './CardStep.tsx';
import { EmailStep } from './EmailStep.tsx';
import { Received } from './Received.tsx';
import { useOwnPayments } from './useOwnPayments.ts';

export type Paying = ResponseOf<typeof startPaying>;

interface PayDialogProps {
	paymentId: string;
	onClose: () => void;
}

const awaitingMs = 2_000;

/** Pays one request without leaving the call: e-mail for the receipt, card, confirmation. */
export function PayDialog({ paymentId, onClose }: PayDialogProps) {
	const { t } = useTranslation('tools');
	const [paying, setPaying] = useState<Paying | null>(null);
	const [submitted, setSubmitted] = useState(false);
	const payment = useOwnPayments(submitted ? { pollMs: awaitingMs } : {}).data?.find(({ id }) => id === paymentId);
	if (!payment) return null;

	const over = payment.status === 'RECEIVED' || payment.status === 'CANCELLED';
	return (
		<Dialog
			title={t(payment.status === 'RECEIVED' ? 'payments.pay.received' : 'payments.pay.title')}
			isOpen
			onClose={onClose}
			{...(over && {
				footer: (
					<Button variant="primary" onPress={onClose}>
						{t('payments.pay.back')}
					</Button>
				),
			})}
		>
			{payment.status === 'RECEIVED' && <Received payment={payment} />}
			{payment.status === 'CANCELLED' && <Notice tone="info">{t('payments.pay.withdrawn')}</Notice>}
			{!over && (
				<div className="flex flex-col gap-5">
					<Due payment={payment} />
					{paying ? (
						<CardStep paying={paying} payment={payment} submitted={submitted} onSubmitted={setSubmitted} />
					) : payment.hosted ? (
						<OtherPage payment={payment} />
					) : (
						<EmailStep payment={payment} onStarted={setPaying} />
					)}
				</div>
			)}
		</Dialog>
	);
}

function Due({ payment }: { payment: Payment }) {
	const format = useFormat();
	return (
		<div className="bg-sunken flex flex-wrap items-baseline justify-between gap-x-4 rounded-box px-4 py-3">
			<span>{payment.description}</span>
			<strong className="text-title">{format.money(payment)}</strong>
		</div>
	);
}
