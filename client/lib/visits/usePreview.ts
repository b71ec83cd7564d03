import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { VisitPreview } from '../../../shared/contract/appointments.ts';
import { useSettled } from '../useSettled.ts';

/**
 * What a plan would do, asked again when it has changed and stood still for a moment. `plan`: what is to be sent; null
 * asks nothing. `name`: what kind of plan, or of which visit.
 */
export function usePreview<Plan>(
	name: string,
	plan: Plan | null,
	ask: (plan: Plan, signal: AbortSignal) => Promise<VisitPreview>,
) {
	const written = JSON.stringify(plan);
	const isSettled = useSettled(written) === written;
	return useQuery({
		queryKey: ['visits', 'preview', name, written],
		queryFn: plan === null ? skipToken : ({ signal }) => ask(plan, signal),
		enabled: isSettled,
		placeholderData: keepPreviousData,
		gcTime: 0,
	});
}
