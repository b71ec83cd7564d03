import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../ui/toasts.ts';
import { refreshVisits } from './queries.ts';

interface Saving<Wanted, Answer> {
	save: (wanted: Wanted) => Promise<Answer>;
	/** Said when it is done. */
	done: (answer: Answer) => string;
	onSaved: () => void;
}

/** Saves something of the calendar, which is then read again; also where it was refused, as something else is true now. */
export function useSaving<Answer, Wanted = void>({ save, done, onSaved }: Saving<Wanted, Answer>) {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: save,
		onSuccess: async (answer) => {
			await refreshVisits(queryClient);
			toast('success', done(answer));
			onSaved();
		},
		onError: () => void refreshVisits(queryClient),
	});
}
