import { useTranslation } from 'react-i18next';
import type { Attendee } from '../../../../shared/contract/appointments.ts';
import { Select } from '../../../ui/Select.tsx';
import { useTool } from './context.tsx';

interface AttendeeSelectProps {
	label: string;
	attendees: readonly Attendee[];
	value: string | null;
	onChange: (attendeeId: string) => void;
}

/** Whom a tool addresses, those in the call first. A visit with one attendee leaves nothing to choose. */
export function AttendeeSelect({ label, attendees, value, onChange }: AttendeeSelectProps) {
	const { t } = useTranslation('tools');
	const { presentAttendeeIds } = useTool();
	if (attendees.length < 2) return null;
	const isPresent = ({ id }: Attendee) => presentAttendeeIds.has(id);
	const ordered = [...attendees.filter(isPresent), ...attendees.filter((attendee) => !isPresent(attendee))];
	return (
		<Select
			label={label}
			options={ordered.map((attendee) => ({
				value: attendee.id,
				label: attendee.name,
				detail: isPresent(attendee) ? t('attendee.present') : t('attendee.absent'),
			}))}
			value={value}
			onChange={onChange}
		/>
	);
}
