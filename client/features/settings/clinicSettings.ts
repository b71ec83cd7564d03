import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getClinicSettings, updateClinicSettings } from '../../../shared/contract/clinic.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { viewerQuery } from '../../lib/viewer.ts';

export const clinicSettingsQuery = queryOptions({
	queryKey: ['clinic', 'settings'],
	queryFn: ({ signal }) => memberApi.call(getClinicSettings, {}, { signal }),
});

/** Changes the settings that it is given; who is signed in reads their clinic anew. */
export function useUpdateClinic() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (body: RequestOf<typeof updateClinicSettings>['body']) =>
			memberApi.call(updateClinicSettings, { body }),
		onSuccess: async (changed) => {
			queryClient.setQueryData(clinicSettingsQuery.queryKey, changed);
			await queryClient.invalidateQueries({ queryKey: viewerQuery.queryKey });
		},
	});
}
