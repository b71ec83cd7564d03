import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { useTool } from '../context.tsx';
import { QuietCard } from '../QuietCard.tsx';
import { useNextVisits } from './useNextVisits.ts';

/** Confirms a visit that was booked during this call. */
export function NextVisitCard() {
	const { t } = useTranslation('tools');
	const { startedAt } = useTool();
	const format = useFormat();
	const { data } = useNextVisits();
	const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
	const booked = data?.find(
		({ appointmentId, bookedAt }) => Date.parse(bookedAt) >= Date.parse(startedAt) && !dismissed.has(appointmentId),
	);
	if (!booked) return null;
	const dismiss = () => setDismissed(new Set([...dismissed, booked.appointmentId]));
	return (
		<QuietCard
			icon={CalendarCheck}
			title={t('booking.next.title', {
				when: `${format.date(booked.startsAt, 'day')}, ${format.time(booked.startsAt)}`,
			})}
			text={t('booking.next.mail')}
			action={
				<Button variant="primary" onPress={dismiss}>
					{t('panel.understood')}
				</Button>
			}
		/>
	);
}
