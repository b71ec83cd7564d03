import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { deleteInvoice, type Invoice } from '../../../shared/contract/invoices.ts';
import { refreshInvoices } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { paths } from '../../lib/paths.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';

/** Asks before a draft is gone; then shows the others. */
export function DeleteDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
	const { t } = useTranslation('invoices');
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const remove = useMutation({
		mutationFn: () => memberApi.call(deleteInvoice, { params: { invoiceId: invoice.id } }),
		onSuccess: async () => {
			// Away first: the page of what is gone would ask for it again.
			await navigate(paths.invoices, { replace: true });
			await refreshInvoices(queryClient);
		},
	});
	return (
		<FormDialog
			title={t('delete.title')}
			action={t('delete.open')}
			onClose={onClose}
			onSubmit={() => remove.mutate()}
			isPending={remove.isPending}
		>
			<p>{t('delete.text')}</p>
			<FormError error={remove.error} />
		</FormDialog>
	);
}
