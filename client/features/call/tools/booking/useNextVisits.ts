import { useQuery } from '@tanstack/react-query';
import { listNextVisits } from '../../../../../shared/contract/join.ts';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';

/** The client's later visits, soonest first, live. */
export function useNextVisits() {
	const { api } = useTool();
	return useQuery({
		queryKey: toolKey('booking', 'next'),
		queryFn: async () => (await api.call(listNextVisits)).visits,
	});
}
