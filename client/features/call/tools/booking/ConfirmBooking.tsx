import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
	createAppointment,
	type Appointment,
	type Attendee,
	type Service,
} from '../../../../../shared/contract/appointments.ts';
import { isSamtalError } from '../../../../lib/api.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Conflicts } from '../../../../lib/visits/Conflicts.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../keys.ts';
import { VisitSummary } from './VisitSummary.tsx';

interface ConfirmBookingProps {
	attendee: Attendee;
	service: Service;
	office: Appointment['office'];
	startsAt: string;
	onBack: () => void;
	onBooked: (appointment: Appointment) => void;
}

/** Says what will be booked, and books it. A time that was taken meanwhile is named, and others are offered. */
export function ConfirmBooking({ attendee, service, office, startsAt, onBack, onBooked }: ConfirmBookingProps) {
	const { t } = useTranslation('tools');
	const { api, appointmentId } = useTool();
	const format = useFormat();
	const queryClient = useQueryClient();
	const book = useMutation({
		mutationFn: (clientId: string) =>
			api.call(createAppointment, {
				body: {
					client: { id: clientId },
					serviceId: service.id,
					officeId: office.id,
					startsAt,
					duringAppointmentId: appointmentId,
				},
			}),
		onSuccess: onBooked,
		onSettled: () => queryClient.invalidateQueries({ queryKey: toolKey('booking') }),
	});
	const isRefused = isSamtalError(book.error, 'SLOT_TAKEN') || isSamtalError(book.error, 'CONFIRMATION_NEEDED');
	const refusal = isRefused ? book.error : null;
	const taken = refusal !== null;
	const endsAt = Temporal.Instant.from(startsAt).add({ minutes: service.durationMinutes }).toString();

	return (
		<div className="flex flex-col gap-4">
			<VisitSummary
				startsAt={startsAt}
				endsAt={endsAt}
				lines={[`${service.name} · ${format.money(service)}`, office.name, attendee.name]}
			/>
			<FormError error={book.error}>
				<Conflicts error={refusal} />
			</FormError>
			<div className="flex flex-wrap gap-2">
				{!taken && (
					<Button
						variant="primary"
						className="flex-1"
						isPending={book.isPending}
						onPress={() => attendee.clientId !== null && book.mutate(attendee.clientId)}
						autoFocus
					>
						{t('booking.confirm')}
					</Button>
				)}
				<Button variant={taken ? 'primary' : 'secondary'} className={taken ? 'flex-1' : ''} onPress={onBack}>
					{t('booking.otherTime')}
				</Button>
			</div>
			<p className="text-muted text-small">{t('booking.mailNote', { name: attendee.name })}</p>
		</div>
	);
}
