import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { OrganisationClinic } from './queries.ts';
import { useApprove } from './useApprove.ts';

interface ApproveDialogProps {
	clinic: OrganisationClinic;
	requestId: string;
	/** Whose accounts could take its money. */
	collectors: readonly OrganisationClinic[];
	onClose: () => void;
}

/** Asks where the money of a clinic is to go that may take payments from now on. Mount it to open it. */
export function ApproveDialog({ clinic, requestId, collectors, onClose }: ApproveDialogProps) {
	const { t } = useTranslation('clientPayments');
	const [collectorId, setCollectorId] = useState('own');
	const approving = useApprove(clinic.name, onClose);
	const others = collectors.map(({ id, name }) => ({
		value: id,
		label: t('organisation.collect.by', { clinic: name }),
	}));
	return (
		<FormDialog
			title={t('organisation.collect.title', { clinic: clinic.name })}
			action={t('organisation.approve')}
			onClose={onClose}
			onSubmit={() => approving.mutate({ requestId, collectorId: collectorId === 'own' ? null : collectorId })}
			isPending={approving.isPending}
		>
			<Select
				label={t('organisation.collect.where')}
				description={t(collectorId === 'own' ? 'organisation.collect.ownHelp' : 'organisation.collect.byHelp')}
				options={[{ value: 'own', label: t('organisation.collect.own') }, ...others]}
				value={collectorId}
				onChange={setCollectorId}
			/>
			<FormError error={approving.error} />
		</FormDialog>
	);
}
