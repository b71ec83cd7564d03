import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { listServices, type Appointment } from '../../../../../shared/contract/appointments.ts';
import { requestPayment } from '../../../../../shared/contract/payments.ts';
import { useCardAmountError } from '../../../../lib/payments/useCardAmountError.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { MoneyField } from '../../../../ui/MoneyField.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';
import { AttendeeSelect } from '../AttendeeSelect.tsx';
import type { Opening } from './HostPayments.tsx';

interface RequestFormProps {
	visit: Appointment;
	opening: Opening | null;
	onSent: () => void;
	/** `null` when there is nothing to go back to. */
	onCancel: (() => void) | null;
}

/** Amount, words and payer of one request. Its id is chosen once per form, so sending it twice asks once. */
export function RequestForm({ visit, opening, onSent, onCancel }: RequestFormProps) {
	const { t } = useTranslation('tools');
	const { api, appointmentId, presentAttendeeIds } = useTool();
	const format = useFormat();
	const queryClient = useQueryClient();
	const [id] = useState(() => crypto.randomUUID());
	const payers = visit.attendees.filter(({ cancelledAt }) => cancelledAt === null);
	const [attendeeId, setAttendeeId] = useState(opening?.attendeeId ?? payers[0]?.id ?? null);
	/** Who pays, unless they are here to see the request. */
	const away = payers.find((payer) => payer.id === attendeeId && payer.clientId && !presentAttendeeIds.has(payer.id));
	const [amountMinor, setAmountMinor] = useState<number | null>(opening?.amountMinor ?? priceOf(visit, attendeeId));
	const amountError = useCardAmountError(amountMinor, visit.currency);
	const [description, setDescription] = useState(opening?.description ?? visit.service.name);
	const [serviceId, setServiceId] = useState<string | null>(null);
	const services = useQuery({ queryKey: ['services'], queryFn: () => api.call(listServices) }).data?.services ?? [];
	const inCurrency = services.filter(({ currency }) => currency === visit.currency);

	const send = useMutation({
		mutationFn: (body: { id: string; attendeeId: string; amountMinor: number; description: string; byMail: boolean }) =>
			api.call(requestPayment, { params: { appointmentId }, body }),
		onSuccess: async () => {
			await queryClient.invalidateQueries({ queryKey: toolKey('payments') });
			onSent();
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (attendeeId && amountMinor)
			send.mutate({ id, attendeeId, amountMinor, description, byMail: away !== undefined });
	};
	const choosePayer = (chosen: string) => {
		setAttendeeId(chosen);
		// What was typed for the one before stays.
		if (amountMinor === priceOf(visit, attendeeId)) setAmountMinor(priceOf(visit, chosen));
	};
	const pick = (chosen: string) => {
		const service = inCurrency.find((each) => each.id === chosen);
		if (!service) return;
		setServiceId(chosen);
		setAmountMinor(service.amountMinor);
		setDescription(service.name);
	};

	return (
		<form onSubmit={submit} className="flex flex-col gap-4">
			<AttendeeSelect label={t('payments.form.payer')} attendees={payers} value={attendeeId} onChange={choosePayer} />
			{inCurrency.length > 0 && (
				<Select
					label={t('payments.form.priceList')}
					optional
					placeholder={t('payments.form.pick')}
					options={inCurrency.map((service) => ({
						value: service.id,
						label: service.name,
						detail: format.money(service),
					}))}
					value={serviceId}
					onChange={pick}
				/>
			)}
			<MoneyField
				label={t('payments.form.amount')}
				currency={visit.currency}
				amountMinor={amountMinor}
				onChange={setAmountMinor}
				errorMessage={amountError}
				isRequired
			/>
			<TextField
				label={t('payments.form.description')}
				description={t('payments.form.descriptionHelp')}
				value={description}
				onChange={setDescription}
				maxLength={200}
				isRequired
			/>
			{away && <p className="text-muted text-small">{t('payments.form.byMail', { name: away.name })}</p>}
			<FormError error={send.error} />
			<div className="flex flex-wrap gap-2">
				<Button
					type="submit"
					variant="primary"
					className="flex-1"
					isPending={send.isPending}
					isDisabled={!attendeeId || !amountMinor || amountError !== undefined || description.trim() === ''}
				>
					{amountMinor
						? t('payments.form.send', { amount: format.money({ amountMinor, currency: visit.currency }) })
						: t('payments.form.sendEmpty')}
				</Button>
				{onCancel && <Button onPress={onCancel}>{t('payments.form.cancel')}</Button>}
			</div>
		</form>
	);
}

/** A client's own price, in minor units; a guest may pay for a client. */
function priceOf({ attendees, amountMinor }: Appointment, attendeeId: string | null): number {
	const payer = attendees.find(({ id }) => id === attendeeId);
	return payer?.kind === 'CLIENT' ? payer.amountMinor : amountMinor;
}
