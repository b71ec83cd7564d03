import { useQuery } from '@tanstack/react-query';
import { me } from '../../../../shared/contract/auth.ts';
import { useTool } from './context.tsx';

/** The signed-in member, for hosts; undefined while loading, and for attendees. */
export function useViewer() {
	const { api, role } = useTool();
	return useQuery({ queryKey: ['me'], queryFn: () => api.call(me), enabled: role === 'host' }).data;
}
