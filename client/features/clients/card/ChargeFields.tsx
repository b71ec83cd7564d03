import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { chargeFor, type WantedCharge } from './visitsToCharge.ts';

interface ChargeFieldsProps {
	clientId: string;
	visits: readonly Appointment[];
	currency: string;
	wanted: WantedCharge;
	amountError: string | undefined;
	onChange: (wanted: WantedCharge) => void;
	mayLeaveOutVisit: boolean;
}

const noVisit = 'none';

/** For which visit, how much, and what the receipt says of it. */
export function ChargeFields({ clientId, visits, currency, wanted, amountError, ...props }: ChargeFieldsProps) {
	const { onChange, mayLeaveOutVisit } = props;
	const { t } = useTranslation('cardOnFile');
	const format = useFormat();
	const ofVisits = visits.map(({ id, service, startsAt }) => ({
		value: id,
		label: service.name,
		detail: format.dateTime(startsAt),
	}));
	const choose = (chosen: string) =>
		onChange(
			chosen === noVisit
				? { ...wanted, appointmentId: null }
				: chargeFor(
						visits.find(({ id }) => id === chosen),
						clientId,
					),
		);
	return (
		<>
			<Select
				label={t('charge.visit')}
				options={[...(mayLeaveOutVisit ? [{ value: noVisit, label: t('charge.noVisit') }] : []), ...ofVisits]}
				value={wanted.appointmentId ?? noVisit}
				onChange={choose}
			/>
			<MoneyField
				key={currency}
				label={t('charge.amount')}
				currency={currency}
				amountMinor={wanted.amountMinor}
				onChange={(amountMinor) => onChange({ ...wanted, amountMinor })}
				errorMessage={amountError}
				isRequired
			/>
			<TextField
				label={t('charge.description')}
				description={t('charge.descriptionHelp')}
				value={wanted.description}
				onChange={(description) => onChange({ ...wanted, description })}
				maxLength={200}
				isRequired
			/>
		</>
	);
}
