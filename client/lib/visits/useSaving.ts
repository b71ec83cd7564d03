import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../ui/toasts.ts';
import { refreshVisits } from './queries.ts';

interface Saving<T> {
	save: () => Promise<T>;
	/** Said when it is done. */
	done: string;
	onSaved: () => void;
}

/** Saves something of the calendar, which is then read again; also where it was refused, as something else is true now. */
export function useSaving<T>({ save, done, onSaved }: Saving<T>) {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: save,
		onSuccess: async () => {
			await refreshVisits(queryClient);
			toast('success', done);
			onSaved();
		},
		onError: () => void refreshVisits(queryClient),
	});
}
