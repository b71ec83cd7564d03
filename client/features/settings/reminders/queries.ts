import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
	getReminderSettings,
	updateReminderSettings,
	type ReminderSettings,
} from '../../../../shared/contract/reminders.ts';
import { memberApi } from '../../../lib/memberApi.ts';

/** The clinic's rules, quiet hours and whether SMS are on. */
export const reminderSettingsQuery = queryOptions({
	queryKey: ['reminders', 'settings'],
	queryFn: ({ signal }) => memberApi.call(getReminderSettings, {}, { signal }),
});

/** Changes what is not a rule. */
export function useChangeSettings() {
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: (change: Partial<Pick<ReminderSettings, 'smsEnabled' | 'quietHours'>>) =>
			memberApi.call(updateReminderSettings, { body: change }),
		onSuccess: (changed) => queryClient.setQueryData(reminderSettingsQuery.queryKey, changed),
	});
}
