import { useMutation } from '@tanstack/react-query';
import { me } from '../../shared/contract/auth.ts';
import { toast } from '../ui/toasts.ts';
import { memberApi } from './memberApi.ts';
import { useErrorText } from './useErrorText.ts';

/** Lets the browser save a file of a member's route, under the name that the server gives it, while it is still being made. */
export function useDownload(): { download: (address: string) => void; isPending: boolean } {
	const errorText = useErrorText();
	const { mutate, isPending } = useMutation({
		mutationFn: async (address: string) => {
			// A download cannot renew a session that has expired; any other call does.
			await memberApi.call(me);
			const link = document.createElement('a');
			link.href = address;
			link.download = '';
			link.click();
		},
		onError: (error) => toast('danger', errorText(error)),
	});
	return { download: mutate, isPending };
}
