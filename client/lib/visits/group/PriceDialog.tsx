import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment, Attendee } from '../../../../shared/contract/appointments.ts';
import { changeAttendee } from '../../../../shared/contract/attendees.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { memberApi } from '../../memberApi.ts';
import { useGroupChange } from './useGroupChange.ts';

/** What one of a group pays; the visit's price is no price of one's own. Mount it to open it. */
export function PriceDialog({
	visit,
	attendee,
	onClose,
}: {
	visit: Appointment;
	attendee: Attendee;
	onClose: () => void;
}) {
	const { t } = useTranslation(['groups', 'common']);
	const form = useId();
	const [amountMinor, setAmountMinor] = useState<number | null>(attendee.amountMinor);
	const own = amountMinor === visit.amountMinor ? null : amountMinor;
	const { name } = attendee;
	const change = useGroupChange(
		() =>
			memberApi.call(changeAttendee, {
				params: { appointmentId: visit.id, attendeeId: attendee.id },
				body: { amountMinor: own },
			}),
		{ done: () => t('priceSaved', { name }), onClose },
	);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!change.isPending) change.mutate(undefined);
	};
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={t('priceOf', { name })}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button
						type="submit"
						form={form}
						variant="primary"
						isPending={change.isPending}
						isDisabled={amountMinor === null}
					>
						{t('common:actions.save')}
					</Button>
				</>
			}
		>
			<form id={form} onSubmit={submit} className="flex flex-col gap-4">
				<MoneyField
					label={t('price')}
					currency={visit.currency}
					amountMinor={amountMinor}
					onChange={setAmountMinor}
					isRequired
				/>
				<FormError error={change.error} />
			</form>
		</Dialog>
	);
}
