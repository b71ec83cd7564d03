import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../ui/toasts.ts';
import { refreshVisits } from '../queries.ts';

/** A change of a group: the visits are read again, then `done` says what came of it, and the dialog closes. */
export function useGroupChange<Wanted, Answer>(
	change: (wanted: Wanted) => Promise<Answer>,
	{ done, onClose }: { done: (answer: Answer, wanted: Wanted) => string; onClose?: () => void },
) {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: change,
		onSuccess: async (answer, wanted) => {
			await refreshVisits(queryClient);
			toast('success', done(answer, wanted));
			onClose?.();
		},
	});
}
