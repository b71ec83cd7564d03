import { Check, CircleDashed, CircleDot, ReceiptText, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PaidState } from '../../../shared/contract/activities.ts';
import type { Appointment, Attendee } from '../../../shared/contract/appointments.ts';
import { paidOf } from '../../../shared/domain/payments/paid.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { useFormat } from '../useFormat.ts';
import { comingClients, dueOf, type Due } from './visitState.ts';

const paidTones: Record<PaidState, Tone> = { free: 'neutral', unpaid: 'warn', partly: 'warn', paid: 'success' };

/**
 * Whether the visit has been paid by all who come, with the amount, and on which invoice that stands; nothing of a
 * cancelled one that owes nothing.
 */
export function PaidBadge({ visit }: { visit: Due & Pick<Appointment, 'status' | 'currency'> }) {
	const due = dueOf(visit);
	if (visit.status === 'CANCELLED' && paidOf(due) === 'free') return null;
	return (
		<>
			<MoneyBadge due={due} currency={visit.currency} />
			<InvoiceBadge attendees={comingClients(visit)} />
		</>
	);
}

/** On which sent invoice it stands what these people pay: the first one and how many more. Nothing where there is none. */
export function InvoiceBadge({ attendees }: { attendees: readonly Pick<Attendee, 'invoice'>[] }) {
	const { t } = useTranslation('visits');
	const [first, ...others] = new Set(attendees.flatMap(({ invoice }) => invoice?.number ?? []));
	if (first === undefined) return null;
	const number = others.length === 0 ? first : `${first} + ${others.length}`;
	return <Badge icon={<ReceiptText aria-hidden />}>{t('onInvoice', { number })}</Badge>;
}

interface MoneyBadgeProps {
	/** In minor units. */
	due: { amountMinor: number; receivedMinor: number };
	currency: string;
}

/** Whether somebody has paid, with the amount. */
export function MoneyBadge({ due, currency }: MoneyBadgeProps) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	const paid = paidOf(due);
	// Something may have come where nothing is due any more.
	const amount = format.money({ amountMinor: due.amountMinor || due.receivedMinor, currency });
	return (
		<Badge
			tone={paidTones[paid]}
			icon={paid === 'paid' ? <Check aria-hidden /> : paid === 'free' ? undefined : <CircleDashed aria-hidden />}
		>
			{t(`paid.${paid}`, { amount })}
		</Badge>
	);
}

/** Planned is the rule and says nothing. */
export function StatusBadge({ visit }: { visit: Pick<Appointment, 'status'> }) {
	const { t } = useTranslation('visits');
	switch (visit.status) {
		case 'PLANNED':
			return null;
		case 'IN_PROGRESS':
			return (
				<Badge tone="accent" icon={<CircleDot aria-hidden />}>
					{t('status.IN_PROGRESS')}
				</Badge>
			);
		case 'DONE':
			return <Badge icon={<Check aria-hidden />}>{t('status.DONE')}</Badge>;
		case 'CANCELLED':
			return <Badge icon={<X aria-hidden />}>{t('status.CANCELLED')}</Badge>;
	}
}
