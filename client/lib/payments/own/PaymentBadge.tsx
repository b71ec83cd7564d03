import { Ban, Check, CircleAlert, Clock, CreditCard, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PaymentStatus } from '../../../../shared/contract/payments.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';

const looks: Record<PaymentStatus, { tone: Tone; Icon: LucideIcon }> = {
	REQUESTED: { tone: 'info', Icon: Clock },
	PAYING: { tone: 'accent', Icon: CreditCard },
	RECEIVED: { tone: 'success', Icon: Check },
	FAILED: { tone: 'danger', Icon: CircleAlert },
	CANCELLED: { tone: 'neutral', Icon: Ban },
};

/** The state of a payment in a word. */
export function PaymentBadge({ status }: { status: PaymentStatus }) {
	const { t } = useTranslation('tools');
	const { tone, Icon } = looks[status];
	return (
		<Badge tone={tone} icon={<Icon aria-hidden />}>
			{t(`payments.status.${status}`)}
		</Badge>
	);
}
