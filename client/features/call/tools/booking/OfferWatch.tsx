import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeOffer } from '../../../../../shared/contract/offers.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { toast } from '../../../../ui/toasts.ts';
import { useVisit } from '../useVisit.ts';
import { useOffers } from './useOffers.ts';

/** Tells the host which time a client chose, whether the panel is open or not. */
export function OfferWatch() {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const { data } = useOffers();
	const attendees = useVisit().data?.attendees;
	const known = useRef<readonly TimeOffer[] | null>(null);
	useEffect(() => {
		if (!data || !attendees) return;
		const before = new Map((known.current ?? data).map(({ id, status }) => [id, status]));
		for (const { id, status, attendeeId, takenStartsAt } of data) {
			if (status !== 'TAKEN' || takenStartsAt === null || before.get(id) === 'TAKEN') continue;
			const name = attendees.find((attendee) => attendee.id === attendeeId)?.name ?? '';
			toast('success', t('booking.offer.taken', { name, when: format.dateTime(takenStartsAt) }));
		}
		known.current = data;
	}, [data, attendees, format, t]);
	return null;
}
