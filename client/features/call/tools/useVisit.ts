import { useQuery } from '@tanstack/react-query';
import { getAppointment } from '../../../../shared/contract/appointments.ts';
import { useTool } from './context.tsx';

/** The visit of this call, for hosts: price, service and who was invited. */
export function useVisit() {
	const { api, appointmentId } = useTool();
	return useQuery({
		queryKey: ['tools', 'visit', appointmentId],
		queryFn: () => api.call(getAppointment, { params: { appointmentId } }),
	});
}
