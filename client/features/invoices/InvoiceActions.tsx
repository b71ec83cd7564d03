import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '../../../shared/contract/invoices.ts';
import { paths } from '../../lib/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { MailAgainDialog, RemindDialog } from './MailDialog.tsx';
import { PayDialog } from './PayDialog.tsx';
import { SendDialog } from './SendDialog.tsx';
import { VoidDialog } from './VoidDialog.tsx';

const dialogs = {
	...{ delete: DeleteDialog, send: SendDialog, pay: PayDialog, void: VoidDialog },
	...{ again: MailAgainDialog, remind: RemindDialog },
};
type Action = keyof typeof dialogs;

/** By state, what comes next last. */
const actionsOf: Record<Invoice['state'], readonly Action[]> = {
	DRAFT: ['delete', 'send'],
	SENT: ['void', 'again', 'pay'],
	OVERDUE: ['void', 'remind', 'pay'],
	PAID: ['void'],
	VOID: [],
};

/** These go to the client’s address. */
const mailing: ReadonlySet<Action> = new Set<Action>(['again', 'remind']);

/** What can be done with an invoice as it stands. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
	const { t } = useTranslation('invoices');
	const [open, setOpen] = useState<Action | null>(null);
	const Opened = open && dialogs[open];
	const actions = actionsOf[invoice.state].filter((action) => invoice.mailTo !== null || !mailing.has(action));
	return (
		<>
			{invoice.number !== null && (
				<a href={`/api/invoices/${invoice.id}/pdf`} download className={buttonStyle()}>
					<Download aria-hidden />
					{t('pdf')}
				</a>
			)}
			{invoice.state === 'DRAFT' && <LinkButton to={paths.editInvoice(invoice.id)}>{t('edit.open')}</LinkButton>}
			{actions.map((action) => (
				<Button
					key={action}
					variant={action === 'send' || action === 'pay' ? 'primary' : 'secondary'}
					onPress={() => setOpen(action)}
				>
					{t(`${action}.open`)}
				</Button>
			))}
			{Opened && <Opened invoice={invoice} onClose={() => setOpen(null)} />}
		</>
	);
}
