import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { previewAppointmentChange, type Appointment } from '../../../shared/contract/appointments.ts';
import { confirmable } from '../../../shared/contract/conflicts.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ConflictList } from '../../lib/visits/ConflictList.tsx';
import { namesOf } from '../../lib/visits/visitState.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { minutesOf, useMoveVisit, type Span } from './useMoveVisit.ts';

interface MoveVisitDialogProps {
	visit: Appointment;
	to: Span;
	/** Moved or not: the visit stands where it is now. */
	onClose: () => void;
}

/** Where a visit was drawn to: what would be in the way, and whether it should go there. Mount it to open it. */
export function MoveVisitDialog({ visit, to, onClose }: MoveVisitDialogProps) {
	const { t } = useTranslation('calendar');
	const [notify, setNotify] = useState(true);
	const change = { sequence: visit.sequence, startsAt: to.startsAt, durationMinutes: minutesOf(to) };
	const preview = useQuery({
		queryKey: ['visits', 'preview', visit.id, change],
		queryFn: ({ signal }) =>
			memberApi.call(previewAppointmentChange, { params: { appointmentId: visit.id }, body: change }, { signal }),
		gcTime: 0,
	});
	const move = useMoveVisit(onClose);
	const conflicts = preview.data?.conflicts ?? [];
	const confirm = confirmable.options.filter((kind) => conflicts.some((conflict) => conflict.kind === kind));
	const isBlocked = conflicts.some(({ kind }) => !confirmable.safeParse(kind).success);
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={t('move.title', { name: namesOf(visit) })}
			footer={
				<>
					<Button onPress={onClose}>{t('move.keep')}</Button>
					<Button
						variant="primary"
						isPending={move.isPending}
						isDisabled={!preview.data || isBlocked}
						onPress={() => move.mutate({ visit, to, notify, confirm })}
					>
						{t(confirm.length > 0 ? 'move.allTheSame' : 'move.action')}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-4">
				<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
					<When span={visit} />
					<ArrowRight aria-label={t('move.to')} className="text-muted size-5" />
					<When span={to} />
				</div>
				{preview.isPending && <Skeleton className="h-6" />}
				<ConflictList conflicts={conflicts} />
				<Switch isSelected={notify} onChange={setNotify}>
					{t('move.notify')}
				</Switch>
				<FormError error={move.error ?? preview.error} />
			</div>
		</Dialog>
	);
}

function When({ span: { startsAt, endsAt } }: { span: Span }) {
	const format = useFormat();
	return (
		<p>
			<span className="block font-semibold">{format.date(startsAt, 'shortDay')}</span>
			<span className="tabular-nums">{format.timeRange(startsAt, endsAt)}</span>
		</p>
	);
}
