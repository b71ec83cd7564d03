import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
	changeResource,
	createResource,
	resource as schema,
	type Resource,
} from '../../../../shared/contract/resources.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { resourcesQuery } from '../../../lib/visits/queries.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';

interface ResourceDialogProps {
	/** Null for a new one. */
	resource: Resource | null;
	offices: readonly { id: string; name: string }[];
	onClose: () => void;
}

const anywhere = 'anywhere';

/** Adds or changes a room or a device. Mount it to open it. */
export function ResourceDialog({ resource, offices, onClose }: ResourceDialogProps) {
	const { t } = useTranslation('resources');
	const queryClient = useQueryClient();
	const [draft, setDraft] = useState<Omit<Resource, 'id'>>({
		...{ name: resource?.name ?? '', kind: resource?.kind ?? 'ROOM', officeId: resource?.officeId ?? null },
	});
	const saving = useMutation({
		mutationFn: () =>
			resource
				? memberApi.call(changeResource, { params: { resourceId: resource.id }, body: draft })
				: memberApi.call(createResource, { body: draft }),
		onSuccess: async () => {
			await queryClient.invalidateQueries(resourcesQuery);
			toast('success', t('saved'));
			onClose();
		},
	});
	return (
		<FormDialog
			title={t(resource ? 'editTitle' : 'addTitle')}
			action={t('save')}
			onClose={onClose}
			onSubmit={() => saving.mutate()}
			isPending={saving.isPending}
			isIncomplete={draft.name.trim() === ''}
		>
			<TextField
				label={t('name')}
				value={draft.name}
				onChange={(name) => setDraft({ ...draft, name })}
				isRequired
				autoFocus
			/>
			<Select
				label={t('kind.label')}
				options={schema.shape.kind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
				value={draft.kind}
				onChange={(kind) => setDraft({ ...draft, kind })}
			/>
			<Select
				label={t('office')}
				options={[
					{ value: anywhere, label: t('anywhere') },
					...offices.map(({ id, name }) => ({ value: id, label: name })),
				]}
				value={draft.officeId ?? anywhere}
				onChange={(value) => setDraft({ ...draft, officeId: value === anywhere ? null : value })}
			/>
			<FormError error={saving.error} />
		</FormDialog>
	);
}
