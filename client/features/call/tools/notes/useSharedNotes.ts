import { useQuery } from '@tanstack/react-query';
import { listSharedNotes } from '../../../../../shared/contract/notes.ts';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';

/** The notes that were shared with this client, live. */
export function useSharedNotes() {
	const { api } = useTool();
	return useQuery({
		queryKey: toolKey('notes', 'shared'),
		queryFn: async () => (await api.call(listSharedNotes)).notes,
	});
}
