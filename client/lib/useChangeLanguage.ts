import { useMutation, useQueryClient } from '@tanstack/react-query';
import { updateMe } from '../../shared/contract/auth.ts';
import type { Locale } from '../../shared/contract/scalars.ts';
import { toast } from '../ui/toasts.ts';
import { memberApi } from './memberApi.ts';
import { useErrorText } from './useErrorText.ts';
import { viewerQuery } from './viewer.ts';

/** Gives the signed-in person another language, here and on every device. */
export function useChangeLanguage() {
	const queryClient = useQueryClient();
	const errorText = useErrorText();
	return useMutation({
		mutationFn: (locale: Locale) => memberApi.call(updateMe, { body: { locale } }),
		onSuccess: (viewer) => {
			queryClient.setQueryData(viewerQuery.queryKey, viewer);
		},
		onError: (error) => toast('danger', errorText(error)),
	});
}
