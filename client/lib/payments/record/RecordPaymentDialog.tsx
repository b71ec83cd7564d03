import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { recordPayment, type Payment, type WayByHand } from '../../../../shared/contract/payments.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { memberApi } from '../../memberApi.ts';
import { useFormat } from '../../useFormat.ts';
import { refreshVisits } from '../../visits/queries.ts';
import { comingClients } from '../../visits/visitState.ts';
import { AskedAlready } from './AskedAlready.tsx';
import { SettleDialog } from './SettleDialog.tsx';
import { WaySelect } from './WaySelect.tsx';

/** Who paid how much, and how. Its id is chosen once, so pressing twice writes it down once. */
export function RecordPaymentDialog({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	const queryClient = useQueryClient();
	const payers = comingClients(visit);
	const openOf = (attendeeId: string) => {
		const payer = payers.find(({ id }) => id === attendeeId);
		return payer ? Math.max(0, payer.amountMinor - payer.receivedMinor) : 0;
	};
	const [id] = useState(() => crypto.randomUUID());
	const [attendeeId, setAttendeeId] = useState(payers[0]?.id ?? '');
	const [amountMinor, setAmountMinor] = useState<number | null>(openOf(attendeeId) || null);
	const [way, setWay] = useState<WayByHand>({ method: 'TERMINAL' });
	const [description, setDescription] = useState(visit.service.name);
	const [receiptEmail, setReceiptEmail] = useState('');
	const [settling, setSettling] = useState<Payment | null>(null);
	const payer = payers.find((each) => each.id === attendeeId);

	const save = useMutation({
		mutationFn: (wanted: number) =>
			memberApi.call(recordPayment, {
				params: { appointmentId: visit.id },
				body: {
					...{ id, attendeeId, amountMinor: wanted, description, ...way },
					receiptEmail: receiptEmail.trim() || null,
				},
			}),
		onSuccess: (payment) => {
			toast('success', t('record.done', { amount: format.money(payment) }));
			onClose();
		},
		onSettled: () =>
			Promise.all([queryClient.invalidateQueries({ queryKey: ['payments'] }), refreshVisits(queryClient)]),
	});
	const choosePayer = (chosen: string) => {
		setAttendeeId(chosen);
		setAmountMinor(openOf(chosen) || null);
	};
	if (settling) return <SettleDialog payment={settling} onClose={onClose} />;
	return (
		<FormDialog
			title={t('record.title')}
			action={t('record.save')}
			onClose={onClose}
			onSubmit={() => amountMinor && save.mutate(amountMinor)}
			isPending={save.isPending}
			isIncomplete={!amountMinor || attendeeId === '' || description.trim() === ''}
		>
			{payers.length > 1 && (
				<Select
					label={t('record.payer')}
					options={payers.map((each) => ({ value: each.id, label: each.name }))}
					value={attendeeId}
					onChange={choosePayer}
				/>
			)}
			{payer && <AskedAlready appointmentId={visit.id} payer={payer} onSettle={setSettling} />}
			<WaySelect value={way} onChange={setWay} />
			<MoneyField
				label={t('record.amount')}
				currency={visit.currency}
				amountMinor={amountMinor}
				onChange={setAmountMinor}
				isRequired
			/>
			<TextField
				label={t('record.description')}
				value={description}
				onChange={setDescription}
				maxLength={200}
				isRequired
			/>
			<TextField
				label={t('record.receiptEmail')}
				description={t('record.receiptHelp')}
				type="email"
				optional
				value={receiptEmail}
				onChange={setReceiptEmail}
				maxLength={254}
			/>
			<FormError error={save.error} />
		</FormDialog>
	);
}
