import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { takeOffWaitingList } from '../../../../shared/contract/attendees.ts';
import { FormError } from '../../../ui/FormError.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { memberApi } from '../../memberApi.ts';
import { useFormat } from '../../useFormat.ts';
import { refreshVisits, waitingQuery } from '../queries.ts';

/** Who waits for a place, in order; nothing where nobody does. */
export function WaitingPart({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('groups');
	const format = useFormat();
	const queryClient = useQueryClient();
	const { data: waiting = [], error } = useQuery(waitingQuery(visit));
	const takeOff = useMutation({
		mutationFn: (clientId: string) =>
			memberApi.call(takeOffWaitingList, { params: { appointmentId: visit.id, clientId } }),
		onSuccess: () => refreshVisits(queryClient),
	});
	if (waiting.length === 0) return <FormError error={error} />;
	return (
		<div className="flex flex-col gap-2">
			<h3 className="font-semibold">{t('waiting')}</h3>
			<p className="text-muted text-small">{t('waitingHelp')}</p>
			<ol className="flex flex-col gap-2">
				{waiting.map(({ client: { id, name }, since }, nth) => (
					<li key={id} className="bg-sunken flex items-center gap-3 rounded-inner py-1 pr-1 pl-3">
						<span className="text-muted tabular-nums">{nth + 1}</span>
						<span className="min-w-0 flex-1 py-1">
							<span className="block truncate font-medium">{name}</span>
							<span className="text-muted block text-small">{t('since', { when: format.dateTime(since) })}</span>
						</span>
						<IconButton label={t('takeOff', { name })} isPending={takeOff.isPending} onPress={() => takeOff.mutate(id)}>
							<X aria-hidden />
						</IconButton>
					</li>
				))}
			</ol>
			<FormError error={error ?? takeOff.error} />
		</div>
	);
}
