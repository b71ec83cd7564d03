import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelAppointment, type Appointment, type CancelReason } from '../../../shared/contract/appointments.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { memberApi } from '../memberApi.ts';
import { useFormat } from '../useFormat.ts';
import { numberLocale } from '../format.ts';
import { useViewer } from '../viewer.ts';
import { cancellationFeesQuery } from './queries.ts';
import { ReasonSelect } from './ReasonSelect.tsx';
import { ScopeSelect } from './ScopeSelect.tsx';
import { useSaving } from './useSaving.ts';
import { namesOf } from './visitState.ts';

interface CancelVisitDialogProps {
	visit: Appointment;
	onClose: () => void;
	onCancelled: () => void;
}

/** Asks why, how far, and whether the client pays the fee for it, then cancels. Mount it to open it. */
export function CancelVisitDialog({ visit, onClose, onCancelled }: CancelVisitDialogProps) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	const [reason, setReason] = useState<CancelReason>('BY_PROFESSIONAL');
	const [notify, setNotify] = useState(true);
	const [scope, setScope] = useState<Scope>('this');
	const [wantsFee, setWantsFee] = useState(true);
	const queryClient = useQueryClient();
	const { paymentsEnabled } = useViewer().clinic;
	const fees = useQuery({ ...cancellationFeesQuery(visit.id, { reason, scope }), enabled: paymentsEnabled });
	const amounts = (fees.data ?? []).map((fee) => format.money(fee));
	const chargeFee = wantsFee && amounts.length > 0;
	const cancellation = useSaving({
		save: () =>
			memberApi.call(cancelAppointment, {
				params: { appointmentId: visit.id },
				body: { reason, notify, scope, chargeFee },
			}),
		done: () => t(chargeFee ? 'cancel.doneWithFee' : 'cancel.done'),
		onSaved: () => {
			if (chargeFee) void queryClient.invalidateQueries({ queryKey: ['payments'] });
			onCancelled();
		},
	});
	return (
		<Dialog
			isOpen
			role="alertdialog"
			onClose={onClose}
			title={t('cancel.title')}
			footer={
				<>
					<Button onPress={onClose}>{t('cancel.keep')}</Button>
					<Button
						variant="danger"
						isPending={cancellation.isPending}
						isDisabled={fees.isLoading}
						onPress={() => cancellation.mutate()}
					>
						{t('cancel.action')}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-3">
				<p>
					{t('cancel.text', {
						name: namesOf(visit),
						when: `${format.date(visit.startsAt, 'day')}, ${format.time(visit.startsAt)}`,
					})}
				</p>
				<ReasonSelect visit={visit} value={reason} onChange={setReason} />
				{visit.seriesId !== null && <ScopeSelect value={scope} onChange={setScope} />}
				<Switch isSelected={notify} onChange={setNotify}>
					{t('new.notify')}
				</Switch>
				{amounts.length > 0 && (
					<Switch isSelected={wantsFee} onChange={setWantsFee}>
						{t('cancel.chargeFee', { amount: new Intl.ListFormat(numberLocale[format.locale]).format(amounts) })}
					</Switch>
				)}
				<FormError error={cancellation.error ?? fees.error} />
			</div>
		</Dialog>
	);
}
