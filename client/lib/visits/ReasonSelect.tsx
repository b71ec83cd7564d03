import { useTranslation } from 'react-i18next';
import type { Appointment, CancelReason } from '../../../shared/contract/appointments.ts';
import { Select } from '../../ui/Select.tsx';

interface ReasonSelectProps {
	visit: Appointment;
	value: CancelReason;
	onChange: (reason: CancelReason) => void;
}

const reasons = ['BY_PROFESSIONAL', 'BY_CLIENT', 'NO_SHOW', 'OTHER'] as const satisfies CancelReason[];

/** Whether somebody comes is known when the visit has begun. */
const reasonsFor = ({ startsAt }: Appointment) =>
	Date.parse(startsAt) > Date.now() ? reasons.filter((reason) => reason !== 'NO_SHOW') : reasons;

/** Why a visit, or one's place in it, is cancelled. */
export function ReasonSelect({ visit, value, onChange }: ReasonSelectProps) {
	const { t } = useTranslation('visits');
	return (
		<Select
			label={t('cancel.reason')}
			options={reasonsFor(visit).map((reason) => ({ value: reason, label: t(`cancel.reasons.${reason}`) }))}
			value={value}
			onChange={onChange}
		/>
	);
}
