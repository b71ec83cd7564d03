import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../../shared/contract/appointments.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { VisitSummary } from './VisitSummary.tsx';

/** What was booked. */
export function Booked({ appointment, onMore }: { appointment: Appointment; onMore: () => void }) {
	const { t } = useTranslation('tools');
	const { startsAt, endsAt, service, office, attendees } = appointment;
	return (
		<div className="flex flex-col gap-4">
			<div role="status">
				<Notice tone="success" title={t('booking.booked.title')}>
					<p>{t('booking.booked.text')}</p>
				</Notice>
			</div>
			<VisitSummary
				startsAt={startsAt}
				endsAt={endsAt}
				lines={[service.name, office.name, attendees.map(({ name }) => name).join(', ')]}
			/>
			<div>
				<Button onPress={onMore}>{t('booking.booked.more')}</Button>
			</div>
		</div>
	);
}
