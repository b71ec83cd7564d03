import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { renewJoinLink, type Appointment, type Attendee } from '../../../shared/contract/appointments.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/toasts.ts';
import { memberApi } from '../memberApi.ts';
import { useErrorText } from '../useErrorText.ts';
import { refreshVisits } from './queries.ts';

/** One person's link to a visit: to copy, or to replace when it went to the wrong place. */
export function JoinLink({ visit, attendee }: { visit: Appointment; attendee: Attendee }) {
	const { t } = useTranslation('visits');
	const queryClient = useQueryClient();
	const errorText = useErrorText();
	const renewal = useMutation({
		mutationFn: () => memberApi.call(renewJoinLink, { params: { appointmentId: visit.id, attendeeId: attendee.id } }),
		onSuccess: () => {
			toast('success', t('renewed', { name: attendee.name }));
			return refreshVisits(queryClient);
		},
		onError: (error) => toast('danger', errorText(error)),
	});
	const label = t('linkOf', { name: attendee.name });
	return (
		<div className="flex flex-col gap-1.5">
			<div className="flex items-center justify-between gap-2">
				<p className="text-small font-semibold">{label}</p>
				<IconButton label={t('renew')} onPress={() => renewal.mutate()} isPending={renewal.isPending}>
					<RotateCw aria-hidden />
				</IconButton>
			</div>
			<CopyField label={label} value={renewal.data?.joinLink ?? attendee.joinLink} />
		</div>
	);
}
