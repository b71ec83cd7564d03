import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { removeClientCard, type CardOnFile } from '../../../../shared/contract/cardsOnFile.ts';
import { cardBrand } from '../../../../shared/domain/payments/cardBrand.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { toast } from '../../../ui/toasts.ts';

interface RemoveCardDialogProps {
	clientId: string;
	card: CardOnFile;
	onClose: () => void;
}

/** Asks before the card is taken away: only its holder can give it back. */
export function RemoveCardDialog({ clientId, card, onClose }: RemoveCardDialogProps) {
	const { t } = useTranslation(['cardOnFile', 'common']);
	const queryClient = useQueryClient();
	const remove = useMutation({
		mutationFn: () => memberApi.call(removeClientCard, { params: { clientId, cardId: card.id } }),
		onSuccess: () => {
			toast('success', t('remove.done'));
			onClose();
		},
		onSettled: () => queryClient.invalidateQueries({ queryKey: ['payments'] }),
	});
	return (
		<Dialog
			isOpen
			role="alertdialog"
			onClose={onClose}
			title={t('remove.title', { brand: cardBrand(card.brand), last4: card.last4 })}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button variant="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
						{t('remove.send')}
					</Button>
				</>
			}
		>
			<p>{t('remove.text')}</p>
			<FormError error={remove.error} />
		</Dialog>
	);
}
