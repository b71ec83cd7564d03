import { useMutation, useQueryClient } from '@tanstack/react-query';
import { updateMe } from '../../shared/contract/auth.ts';
import type { RequestOf } from '../../shared/contract/route.ts';
import { toast } from '../ui/toasts.ts';
import { memberApi } from './memberApi.ts';
import { useErrorText } from './useErrorText.ts';
import { viewerQuery } from './viewer.ts';

/** Gives the signed-in person another language or clock, here and on every device. */
export function useUpdateMe() {
	const queryClient = useQueryClient();
	const errorText = useErrorText();
	return useMutation({
		mutationFn: (body: RequestOf<typeof updateMe>['body']) => memberApi.call(updateMe, { body }),
		onSuccess: (viewer) => {
			queryClient.setQueryData(viewerQuery.queryKey, viewer);
		},
		onError: (error) => toast('danger', errorText(error)),
	});
}
