import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { chargeCard, type CardOnFile } from '../../../../shared/contract/cardsOnFile.ts';
import { cardBrand } from '../../../../shared/domain/payments/cardBrand.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { failureReason } from '../../../lib/payments/failureReason.ts';
import { useCardAmountError } from '../../../lib/payments/useCardAmountError.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { refreshVisits } from '../../../lib/visits/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { toast } from '../../../ui/toasts.ts';
import { ChargeFields } from './ChargeFields.tsx';
import { firstCharge, visitsToCharge } from './visitsToCharge.ts';

interface ChargeDialogProps {
	clientId: string;
	card: CardOnFile;
	/** The client's, newest first. */
	visits: readonly Appointment[];
	onClose: () => void;
}

/** What the card is charged and for what, then the same once more to confirm. Its id is chosen once: it is charged once. */
export function ChargeDialog({ clientId, card, onClose, ...given }: ChargeDialogProps) {
	const { t } = useTranslation(['cardOnFile', 'billing', 'common']);
	const format = useFormat();
	const viewer = useViewer();
	const queryClient = useQueryClient();
	const visits = visitsToCharge(given.visits, viewer);
	const [id] = useState(() => crypto.randomUUID());
	const [wanted, setWanted] = useState(() => firstCharge(visits, clientId));
	const [confirming, setConfirming] = useState(false);
	const visit = visits.find((each) => each.id === wanted.appointmentId);
	const mayLeaveOutVisit = viewer.role === 'MANAGER';
	const currency = visit?.currency ?? viewer.clinic.currency;
	const amountError = useCardAmountError(wanted.amountMinor, currency);
	const words = { brand: cardBrand(card.brand), last4: card.last4 };

	const charge = useMutation({
		mutationFn: (amountMinor: number) =>
			memberApi.call(chargeCard, {
				params: { clientId, cardId: card.id },
				body: { id, ...wanted, amountMinor },
			}),
		onSuccess: (payment) => {
			if (payment.status === 'FAILED') return;
			const done = payment.status === 'RECEIVED' ? 'charge.done' : 'charge.underWay';
			toast('success', t(done, { amount: format.money(payment) }));
			onClose();
		},
		onSettled: () =>
			Promise.all([queryClient.invalidateQueries({ queryKey: ['payments'] }), refreshVisits(queryClient)]),
	});
	if (charge.data?.status === 'FAILED') {
		return (
			<Dialog isOpen title={t('charge.title', words)} onClose={onClose} footer={<Close onClose={onClose} />}>
				<Notice tone="danger" title={t('charge.failed', { amount: format.money(charge.data) })}>
					<p>{t(`billing:reason.${failureReason(charge.data.failureCode)}`)}</p>
					<p>{t(charge.data.appointmentId === null ? 'charge.staysOpen' : 'charge.staysWithVisit')}</p>
				</Notice>
			</Dialog>
		);
	}
	const { amountMinor } = wanted;
	const amount = amountMinor ? format.money({ amountMinor, currency }) : '';
	return (
		<FormDialog
			title={t('charge.title', words)}
			action={confirming ? t('charge.send', { amount }) : t('charge.goOn')}
			onClose={onClose}
			onSubmit={() => amountMinor && (confirming ? charge.mutate(amountMinor) : setConfirming(true))}
			isPending={charge.isPending}
			isIncomplete={
				amountMinor === 0 ||
				amountError !== undefined ||
				(!visit && !mayLeaveOutVisit) ||
				wanted.description.trim() === ''
			}
			{...(confirming && {
				otherAction: (
					<Button variant="quiet" isDisabled={charge.isPending} onPress={() => setConfirming(false)}>
						{t('charge.back')}
					</Button>
				),
			})}
		>
			{confirming ? (
				<div role="status" className="flex flex-col gap-2">
					<p className="text-title font-semibold">{t('charge.confirm', { ...words, amount })}</p>
					<p>{wanted.description}</p>
					<p className="text-muted text-small">{t('charge.receipt')}</p>
				</div>
			) : (
				<ChargeFields {...{ clientId, visits, currency, wanted, amountError, mayLeaveOutVisit }} onChange={setWanted} />
			)}
			<FormError error={charge.error} />
		</FormDialog>
	);
}

function Close({ onClose }: Pick<ChargeDialogProps, 'onClose'>) {
	const { t } = useTranslation('common');
	return (
		<Button variant="primary" onPress={onClose}>
			{t('actions.close')}
		</Button>
	);
}
