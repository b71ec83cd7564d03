import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { archiveResource, type Resource } from '../../../../shared/contract/resources.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { resourcesQuery } from '../../../lib/visits/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { toast } from '../../../ui/toasts.ts';

/** Asks before a room or a device is put away. Mount it to open it. */
export function ArchiveDialog({ resource: { id, name }, onClose }: { resource: Resource; onClose: () => void }) {
	const { t } = useTranslation(['resources', 'common']);
	const queryClient = useQueryClient();
	const archiving = useMutation({
		mutationFn: () => memberApi.call(archiveResource, { params: { resourceId: id } }),
		onSuccess: async () => {
			await queryClient.invalidateQueries(resourcesQuery);
			toast('success', t('archived', { name }));
			onClose();
		},
	});
	return (
		<Dialog
			isOpen
			role="alertdialog"
			onClose={onClose}
			title={t('archiveTitle', { name })}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button variant="danger" isPending={archiving.isPending} onPress={() => archiving.mutate()}>
						{t('archiveAction')}
					</Button>
				</>
			}
		>
			<p>{t('archiveText')}</p>
			<FormError error={archiving.error} />
		</Dialog>
	);
}
