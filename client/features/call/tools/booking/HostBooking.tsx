import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listServices, type Appointment } from '../../../../../shared/contract/appointments.ts';
import { FormError } from '../../../../ui/FormError.tsx';
import { SkeletonList } from '../../../../ui/SkeletonList.tsx';
import { useTool } from '../context.tsx';
import { useVisit } from '../useVisit.ts';
import { Booked } from './Booked.tsx';
import { BookingForm } from './BookingForm.tsx';

/** Books the client's next visit: what and where, when, and what was booked. */
export function HostBooking() {
	const { api } = useTool();
	// Loaded only when something is in the way, they would take the form away while somebody types.
	useTranslation('visits');
	const visit = useVisit();
	const services = useQuery({ queryKey: ['services'], queryFn: () => api.call(listServices) });
	const [booked, setBooked] = useState<Appointment | null>(null);

	const error = visit.error ?? services.error;
	if (error && (!visit.data || !services.data)) return <FormError error={error} />;
	if (!visit.data || !services.data) return <SkeletonList rows={4} />;
	if (booked) return <Booked appointment={booked} onMore={() => setBooked(null)} />;
	return <BookingForm visit={visit.data} {...services.data} onBooked={setBooked} />;
}
