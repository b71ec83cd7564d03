import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attendee } from '../../../../shared/contract/appointments.ts';
import type { Payment } from '../../../../shared/contract/payments.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { paths } from '../../paths.ts';
import { useFormat } from '../../useFormat.ts';
import { openRequestsQuery } from './openRequestsQuery.ts';

interface AskedAlreadyProps {
	appointmentId: string;
	payer: Attendee;
	/** Writes the request down as paid, in place of a payment beside it. */
	onSettle: (payment: Payment) => void;
}

/** Says that the payer can still pay what they are asked for: what is recorded beside it would be paid twice. */
export function AskedAlready({ appointmentId, payer, onSettle }: AskedAlreadyProps) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	const { data = [] } = useQuery(openRequestsQuery(appointmentId));
	const { name, invoice, amountMinor, receivedMinor } = payer;
	return (
		<>
			{data
				.filter(({ payer: { attendeeId } }) => attendeeId === payer.id)
				.map((payment) => (
					<Notice
						key={payment.id}
						tone="warn"
						action={
							<Button size="small" onPress={() => onSettle(payment)}>
								{t('record.otherWay')}
							</Button>
						}
					>
						{t('record.asked', { name, amount: format.money(payment), description: payment.description })}
					</Notice>
				))}
			{invoice?.number && receivedMinor < amountMinor && (
				<Notice
					tone="warn"
					action={
						<LinkButton size="small" to={paths.invoice(invoice.id)}>
							{t('record.openInvoice')}
						</LinkButton>
					}
				>
					{t('record.onInvoice', { number: invoice.number })}
				</Notice>
			)}
		</>
	);
}
