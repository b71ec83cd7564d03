import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/Button.tsx';
import { QuietCard } from '../QuietCard.tsx';
import { NextVisitCard } from './NextVisitCard.tsx';
import { OfferedTimes } from './OfferedTimes.tsx';
import { useOwnOffer } from './useOffers.ts';

/** Times to choose from, and that they are no longer offered; else what was booked. */
export function OfferCard() {
	const { t } = useTranslation('tools');
	const { data: offer } = useOwnOffer();
	const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
	if (!offer || offer.status === 'TAKEN') return <NextVisitCard />;
	const key = `${offer.id} ${offer.status}`;
	if (dismissed.has(key)) return <NextVisitCard />;
	const dismiss = () => setDismissed(new Set([...dismissed, key]));
	if (offer.status !== 'OPEN')
		return (
			<QuietCard
				icon={CalendarClock}
				title={t('booking.offer.gone')}
				text={t(`booking.offer.${offer.status}`)}
				action={
					<Button variant="primary" onPress={dismiss}>
						{t('panel.understood')}
					</Button>
				}
			/>
		);
	return (
		<QuietCard
			icon={CalendarClock}
			title={t('booking.offer.title', { name: offer.professionalName })}
			text={`${offer.serviceName} · ${offer.office.name}`}
			onDismiss={dismiss}
		>
			<OfferedTimes offer={offer} />
		</QuietCard>
	);
}
