import { Ban, Check, PencilLine, Send, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '../../../shared/contract/invoices.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';

const looks: Record<Invoice['state'], { tone: Tone; icon: ReactNode }> = {
	DRAFT: { tone: 'neutral', icon: <PencilLine aria-hidden /> },
	SENT: { tone: 'info', icon: <Send aria-hidden /> },
	OVERDUE: { tone: 'warn', icon: <TriangleAlert aria-hidden /> },
	PAID: { tone: 'success', icon: <Check aria-hidden /> },
	VOID: { tone: 'neutral', icon: <Ban aria-hidden /> },
};

/** Where an invoice stands. */
export function StateBadge({ state }: { state: Invoice['state'] }) {
	const { t } = useTranslation('invoices');
	return <Badge {...looks[state]}>{t(`state.${state}`)}</Badge>;
}
