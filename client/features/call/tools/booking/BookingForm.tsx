import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { listServices, Appointment, Service } from '../../../../../shared/contract/appointments.ts';
import type { ResponseOf } from '../../../../../shared/contract/route.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { ResourceFields } from '../../../../lib/visits/ResourceFields.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { Switch } from '../../../../ui/Switch.tsx';
import { UserX } from 'lucide-react';
import { AttendeeSelect } from '../AttendeeSelect.tsx';
import { ConfirmBooking } from './ConfirmBooking.tsx';
import { HostOffer } from './HostOffer.tsx';
import { OfferForm } from './OfferForm.tsx';
import { OwnTime } from './OwnTime.tsx';
import { TimePicker } from './TimePicker.tsx';

interface BookingFormProps extends ResponseOf<typeof listServices> {
	visit: Appointment;
	onBooked: (appointment: Appointment) => void;
}

/** Begins with this visit's service and place, since most people come back for the same. */
export function BookingForm({ visit, services, offices, onBooked }: BookingFormProps) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const clients = visit.attendees.filter(({ clientId, cancelledAt }) => clientId !== null && cancelledAt === null);
	const [attendeeId, setAttendeeId] = useState(clients[0]?.id ?? null);
	const [serviceId, setServiceId] = useState(known(services, visit.service.id));
	const [officeId, setOfficeId] = useState(known(offices, visit.office.id));
	const [resourceIds, setResourceIds] = useState(() => visit.resources.map(({ id }) => id));
	const [isOffering, setIsOffering] = useState(false);
	const [startsAt, setStartsAt] = useState<string | null>(null);

	const attendee = clients.find(({ id }) => id === attendeeId);
	const service = services.find(({ id }) => id === serviceId);
	const office = offices.find(({ id }) => id === officeId);
	if (!attendee)
		return <EmptyState icon={<UserX />} title={t('booking.noClient.title')} text={t('booking.noClient.text')} />;

	if (service && office && startsAt !== null)
		return (
			<ConfirmBooking
				attendee={attendee}
				service={service}
				office={office}
				resourceIds={resourceIds}
				startsAt={startsAt}
				onBack={() => setStartsAt(null)}
				onBooked={onBooked}
			/>
		);
	return (
		<div className="flex flex-col gap-4">
			<HostOffer attendee={attendee} />
			<AttendeeSelect label={t('booking.client')} attendees={clients} value={attendeeId} onChange={setAttendeeId} />
			<Select
				label={t('booking.service')}
				options={services.map((each) => ({ value: each.id, label: each.name, detail: detailOf(each) }))}
				value={serviceId}
				onChange={setServiceId}
			/>
			<Select
				label={t('booking.office')}
				options={offices.map(({ id, name }) => ({ value: id, label: name }))}
				value={officeId}
				onChange={setOfficeId}
			/>
			<ResourceFields chosen={resourceIds} onChange={setResourceIds} />
			<Switch isSelected={isOffering} onChange={setIsOffering}>
				{t('booking.offer.switch', { name: attendee.name })}
			</Switch>
			{service &&
				office &&
				(isOffering ? (
					<OfferForm
						key={`${service.id} ${office.id} ${resourceIds.join()}`}
						{...{ attendee, service, resourceIds }}
						officeId={office.id}
						onOffered={() => setIsOffering(false)}
					/>
				) : (
					<>
						<TimePicker {...{ service, resourceIds }} officeId={office.id} onPick={setStartsAt} />
						<OwnTime onPick={setStartsAt} />
					</>
				))}
		</div>
	);

	function detailOf(each: Service): string {
		return `${format.duration(each.durationMinutes * 60_000)} · ${format.money(each)}`;
	}
}

const known = (list: readonly { id: string }[], id: string): string | null =>
	(list.find((each) => each.id === id) ?? list[0])?.id ?? null;
