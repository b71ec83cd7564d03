import { useTool } from './context.tsx';
import { tools, type Tool } from './registry.ts';
import { useViewer } from './useViewer.ts';

/** The tools of this call: those with a side for the viewer's role whose add-on the clinic has switched on. */
export function useTools(): readonly Tool[] {
	const { role } = useTool();
	const viewer = useViewer();
	const addOns = { payments: viewer?.clinic.paymentsEnabled ?? false };
	return tools.filter(
		({ sides, addOn }) => sides[role] !== undefined && (role === 'attendee' || addOn === undefined || addOns[addOn]),
	);
}
