import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../../shared/contract/payments.ts';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { SkeletonList } from '../../../../ui/SkeletonList.tsx';
import { useVisit } from '../useVisit.ts';
import { HostPaymentRow } from './HostPaymentRow.tsx';
import { byRequest, isOpen } from '../../../../lib/payments/own/payments.ts';
import { RequestForm } from './RequestForm.tsx';
import { useHostPayments } from './useHostPayments.ts';

/** What the form begins with: the visit's price, or an earlier request to ask again. */
export type Opening = Pick<Payment, 'amountMinor' | 'description'> & { attendeeId: string };

/** Asks for a payment, and shows live what becomes of it. */
export function HostPayments() {
	const { t } = useTranslation('tools');
	const visit = useVisit();
	const payments = useHostPayments();
	const [composing, setComposing] = useState<'closed' | 'new' | Opening>('closed');

	const error = visit.error ?? payments.error;
	if (error && (!visit.data || !payments.data)) return <FormError error={error} />;
	if (!visit.data || !payments.data) return <SkeletonList rows={3} />;
	const { data: list } = payments;
	const writing = composing !== 'closed' || list.length === 0;
	return (
		<div className="flex flex-col gap-5">
			{writing ? (
				<RequestForm
					visit={visit.data}
					opening={typeof composing === 'object' ? composing : null}
					onSent={() => setComposing('closed')}
					onCancel={list.length > 0 ? () => setComposing('closed') : null}
				/>
			) : (
				<Button
					variant={list.some(isOpen) ? 'secondary' : 'primary'}
					icon={<Plus aria-hidden />}
					onPress={() => setComposing('new')}
				>
					{t('payments.new')}
				</Button>
			)}
			{list.length > 0 && (
				<ul aria-label={t('payments.list')} className="flex flex-col gap-3">
					{byRequest(list).map((payment) => (
						<HostPaymentRow
							key={payment.id}
							payment={payment}
							onAskAgain={() =>
								setComposing({
									amountMinor: payment.amountMinor,
									description: payment.description,
									attendeeId: payment.payer.attendeeId ?? '',
								})
							}
						/>
					))}
				</ul>
			)}
		</div>
	);
}
