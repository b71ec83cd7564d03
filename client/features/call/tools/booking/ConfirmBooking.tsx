import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
	createAppointment,
	previewNewAppointment,
	type Appointment,
	type Attendee,
	type Service,
} from '../../../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../../../shared/contract/conflicts.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Conflicts } from '../../../../lib/visits/Conflicts.tsx';
import { wallClock } from '../../../../lib/visits/period.ts';
import { noRepeat, toRecurrence } from '../../../../lib/visits/repeat.ts';
import { RepeatPlan } from '../../../../lib/visits/RepeatPlan.tsx';
import { usePreview } from '../../../../lib/visits/usePreview.ts';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';
import { VisitSummary } from './VisitSummary.tsx';

interface ConfirmBookingProps {
	attendee: Attendee;
	service: Service;
	office: Appointment['office'];
	resourceIds: readonly string[];
	startsAt: string;
	onBack: () => void;
	onBooked: (appointment: Appointment) => void;
}

/** Says what will be booked, and books it, once or as a series. What is in the way is named, and confirmed if it can be. */
export function ConfirmBooking({ attendee, service, office, startsAt, onBack, ...props }: ConfirmBookingProps) {
	const { resourceIds, onBooked } = props;
	const { t } = useTranslation('tools');
	const { api, appointmentId } = useTool();
	const format = useFormat();
	const queryClient = useQueryClient();
	const [repeat, setRepeat] = useState(noRepeat);
	const [confirm, setConfirm] = useState<Confirmable[]>([]);
	const wish = {
		client: { id: attendee.clientId ?? '' },
		...{ serviceId: service.id, officeId: office.id, resourceIds: [...resourceIds], startsAt },
	};
	const recurrence = toRecurrence(repeat);
	const rule = toRecurrence({ ...repeat, leaveOut: [] });
	const plan = rule ? { ...wish, recurrence: rule } : null;
	const preview = usePreview('call', plan, (body, signal) => api.call(previewNewAppointment, { body }, { signal }));
	const book = useMutation({
		mutationFn: () =>
			api.call(createAppointment, {
				body: { ...wish, confirm, duringAppointmentId: appointmentId, ...(recurrence && { recurrence }) },
			}),
		onSuccess: onBooked,
		onSettled: () => queryClient.invalidateQueries({ queryKey: toolKey('booking') }),
	});
	const endsAt = Temporal.Instant.from(startsAt).add({ minutes: service.durationMinutes }).toString();

	return (
		<div className="flex flex-col gap-4">
			<VisitSummary
				startsAt={startsAt}
				endsAt={endsAt}
				lines={[`${service.name} · ${format.money(service)}`, office.name, attendee.name]}
			/>
			<RepeatPlan
				repeat={repeat}
				onChange={setRepeat}
				date={wallClock(startsAt, format.timeZone).date}
				preview={plan && preview}
				confirmed={confirm}
				onConfirm={setConfirm}
			/>
			<FormError error={book.error}>
				{!plan && <Conflicts error={book.error} confirmed={confirm} onConfirm={setConfirm} />}
			</FormError>
			<div className="flex flex-wrap gap-2">
				<Button
					variant="primary"
					className="flex-1"
					isPending={book.isPending}
					isDisabled={recurrence === null}
					onPress={() => book.mutate()}
					autoFocus
				>
					{t('booking.confirm')}
				</Button>
				<Button onPress={onBack}>{t('booking.otherTime')}</Button>
			</div>
			<p className="text-muted text-small">{t('booking.mailNote', { name: attendee.name })}</p>
		</div>
	);
}
