import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getSchedule } from '../../../../shared/contract/schedule.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { servicesQuery } from '../../../lib/visits/queries.ts';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { HoursCard } from './HoursCard.tsx';
import { PageCard } from './PageCard.tsx';

const queryKey = ['schedule'];

/** When the professional is open, and how clients book. */
export function ScheduleSettings() {
	const queryClient = useQueryClient();
	const schedule = useQuery({
		queryKey,
		queryFn: ({ signal }) => memberApi.call(getSchedule, {}, { signal }),
		// What is being edited must not change underneath.
		staleTime: Infinity,
	});
	const catalogue = useQuery(servicesQuery);
	const error = schedule.error ?? catalogue.error;
	if (!schedule.data || !catalogue.data) {
		return <Card>{error ? <FormError error={error} /> : <Skeleton className="h-40" />}</Card>;
	}
	const { hours, page, origin } = schedule.data;
	const readAgain = () => queryClient.invalidateQueries({ queryKey });
	return (
		<>
			<HoursCard hours={hours} offices={catalogue.data.offices} onSaved={() => void readAgain()} />
			<PageCard page={page} origin={origin} onSaved={() => void readAgain()} />
		</>
	);
}
