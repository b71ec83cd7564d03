import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attendee } from '../../../../../shared/contract/appointments.ts';
import { withdrawOffer } from '../../../../../shared/contract/offers.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';
import { readAgain } from '../readAgain.ts';
import { useOffers } from './useOffers.ts';

/** How the latest offer to this client stands; nothing where there was none. */
export function HostOffer({ attendee: { id: attendeeId, name } }: { attendee: Attendee }) {
	const { t } = useTranslation('tools');
	const { api } = useTool();
	const format = useFormat();
	const queryClient = useQueryClient();
	const offer = useOffers().data?.find((each) => each.attendeeId === attendeeId);
	const withdrawal = useMutation({
		mutationFn: (offerId: string) => api.call(withdrawOffer, { params: { offerId } }),
		onSettled: () => readAgain(queryClient, toolKey('booking')),
	});
	if (!offer) return null;
	if (offer.status === 'TAKEN')
		return (
			<Notice tone="success">
				{t('booking.offer.taken', { name, when: format.dateTime(offer.takenStartsAt ?? '') })}
			</Notice>
		);
	if (offer.status !== 'OPEN') return <Notice tone="info">{t(`booking.offer.${offer.status}`)}</Notice>;
	return (
		<Notice
			tone="info"
			title={t('booking.offer.waiting', { name })}
			action={
				<Button size="small" isPending={withdrawal.isPending} onPress={() => withdrawal.mutate(offer.id)}>
					{t('booking.offer.withdraw')}
				</Button>
			}
		>
			<ul className="tabular-nums">
				{offer.startTimes.map((startsAt) => (
					<li key={startsAt}>{format.dateTime(startsAt)}</li>
				))}
			</ul>
			<FormError error={withdrawal.error} />
		</Notice>
	);
}
