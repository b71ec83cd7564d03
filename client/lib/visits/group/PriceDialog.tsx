import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment, Attendee } from '../../../../shared/contract/appointments.ts';
import { changeAttendee } from '../../../../shared/contract/attendees.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { memberApi } from '../../memberApi.ts';
import { useSaving } from '../useSaving.ts';

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
	const [amountMinor, setAmountMinor] = useState<number | null>(attendee.amountMinor);
	const own = amountMinor === visit.amountMinor ? null : amountMinor;
	const { name } = attendee;
	const change = useSaving({
		save: () =>
			memberApi.call(changeAttendee, {
				params: { appointmentId: visit.id, attendeeId: attendee.id },
				body: { amountMinor: own },
			}),
		done: () => t('priceSaved', { name }),
		onSaved: onClose,
	});
	return (
		<FormDialog
			title={t('priceOf', { name })}
			action={t('common:actions.save')}
			onClose={onClose}
			onSubmit={() => change.mutate(undefined)}
			isPending={change.isPending}
			isIncomplete={amountMinor === null}
		>
			<MoneyField
				label={t('price')}
				currency={visit.currency}
				amountMinor={amountMinor}
				onChange={setAmountMinor}
				isRequired
			/>
			<FormError error={change.error} />
		</FormDialog>
	);
}
