import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeAppointment, type Appointment } from '../../../shared/contract/appointments.ts';
import { confirmable, type Confirmable } from '../../../shared/contract/conflicts.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { refreshVisits } from '../../lib/visits/queries.ts';
import { toast } from '../../ui/toasts.ts';

/** From when to when, ISO 8601. */
export interface Span {
	startsAt: string;
	endsAt: string;
}

export const minutesOf = ({ startsAt, endsAt }: Span): number => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

interface Move {
	visit: Appointment;
	to: Span;
	/** Whether the client is told. */
	notify: boolean;
	confirm: Confirmable[];
}

const send = ({ visit, to, notify, confirm }: Move): Promise<Appointment> =>
	memberApi.call(changeAppointment, {
		params: { appointmentId: visit.id },
		body: { sequence: visit.sequence, startsAt: to.startsAt, durationMinutes: minutesOf(to), notify, confirm },
	});

/** Moves a visit, and offers for a while to take it back: whoever was told is told that as well. */
export function useMoveVisit(onMoved: () => void) {
	const { t } = useTranslation('calendar');
	const queryClient = useQueryClient();
	const errorText = useErrorText();
	const undo = useMutation({
		mutationFn: send,
		onSuccess: () => toast('success', t('move.undone')),
		onError: (error) => toast('danger', errorText(error)),
		onSettled: () => refreshVisits(queryClient),
	});
	return useMutation({
		mutationFn: send,
		onSuccess: async (moved, { visit, notify }) => {
			await refreshVisits(queryClient);
			// It stood there: what is unusual about that was accepted before.
			const back = { visit: moved, to: visit, notify, confirm: confirmable.options };
			toast('success', t('move.done'), { action: { label: t('move.undo'), act: () => undo.mutate(back) } });
			onMoved();
		},
	});
}
