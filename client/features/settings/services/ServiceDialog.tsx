import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Office, Service } from '../../../../shared/contract/appointments.ts';
import { archiveService, changeService, createService } from '../../../../shared/contract/services.ts';
import { isSamtalError } from '../../../lib/api.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { servicesQuery } from '../../../lib/visits/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { toast } from '../../../ui/toasts.ts';
import { ServiceForm } from './ServiceForm.tsx';
import { beginService, toFields } from './serviceDraft.ts';

interface ServiceDialogProps {
	/** Null for a new one. */
	service: Service | null;
	offices: readonly Office[];
	onClose: () => void;
}

/** Makes, changes or puts away a service. Mount it to open it. */
export function ServiceDialog({ service, offices, onClose }: ServiceDialogProps) {
	const { t } = useTranslation(['services', 'common']);
	const { clinic } = useViewer();
	const queryClient = useQueryClient();
	const [draft, setDraft] = useState(() => beginService(service, offices, clinic.currency));
	const fields = toFields(draft);
	const done = async (word: 'saved' | 'archived') => {
		await queryClient.invalidateQueries(servicesQuery);
		toast('success', t(word));
		onClose();
	};
	const save = useMutation({
		mutationFn: (body: NonNullable<typeof fields>) =>
			service
				? memberApi.call(changeService, { params: { serviceId: service.id }, body })
				: memberApi.call(createService, { body }),
		onSuccess: () => done('saved'),
	});
	const archive = useMutation({
		mutationFn: (serviceId: string) => memberApi.call(archiveService, { params: { serviceId } }),
		onSuccess: () => done('archived'),
	});
	return (
		<FormDialog
			title={t(service ? 'dialog.edit' : 'dialog.new')}
			action={t('common:actions.save')}
			onClose={onClose}
			onSubmit={() => fields && save.mutate(fields)}
			isPending={save.isPending}
			isIncomplete={draft.officeIds.length === 0}
			otherAction={
				service && (
					<Button variant="quiet" isPending={archive.isPending} onPress={() => archive.mutate(service.id)}>
						{t('dialog.archive')}
					</Button>
				)
			}
		>
			<ServiceForm draft={draft} offices={offices} onChange={setDraft} />
			{service && <p className="text-muted text-small">{t('dialog.newVisitsOnly')}</p>}
			<FormError error={save.error ?? archive.error}>
				{isSamtalError(save.error, 'GROUP_FULL') && <p>{t('dialog.tooSmall')}</p>}
			</FormError>
		</FormDialog>
	);
}
