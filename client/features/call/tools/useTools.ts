import { useQuery } from '@tanstack/react-query';
import { me } from '../../../../shared/contract/auth.ts';
import { useTool } from './context.tsx';
import { tools, type Tool } from './registry.ts';

/** The tools of this call: those with a side for the viewer's role whose add-on the clinic has switched on. */
export function useTools(): readonly Tool[] {
	const { role } = useTool();
	const viewer = useViewer();
	const addOns = { payments: viewer?.clinic.paymentsEnabled ?? false };
	return tools.filter(
		({ sides, addOn }) => sides[role] !== undefined && (role === 'attendee' || addOn === undefined || addOns[addOn]),
	);
}

/** The signed-in member, for hosts; undefined while loading, and for attendees. */
export function useViewer() {
	const { api, role } = useTool();
	return useQuery({ queryKey: ['me'], queryFn: () => api.call(me), enabled: role === 'host' }).data;
}
