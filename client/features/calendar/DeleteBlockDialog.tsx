import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteBlock, type Block } from '../../../shared/contract/blocks.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { ScopeSelect } from '../../lib/visits/ScopeSelect.tsx';
import { useSaving } from '../../lib/visits/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';

/** A blocked time, which can be deleted; of a repeated one more than this. Mount it to open it. */
export function DeleteBlockDialog({ block, onClose }: { block: Block; onClose: () => void }) {
	const { t } = useTranslation(['calendar', 'common']);
	const format = useFormat();
	const [scope, setScope] = useState<Scope>('this');
	const deletion = useSaving({
		save: () => memberApi.call(deleteBlock, { params: { blockId: block.id }, query: { scope } }),
		done: () => t('block.deleted'),
		onSaved: onClose,
	});
	return (
		<Dialog
			isOpen
			role="alertdialog"
			onClose={onClose}
			title={t('block.deleteTitle')}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button variant="danger" isPending={deletion.isPending} onPress={() => deletion.mutate()}>
						{t('block.delete')}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-3">
				<p className="font-semibold">{block.title || t('block.untitled')}</p>
				<p>
					{format.dateTime(block.startsAt)} – {format.dateTime(block.endsAt)}
				</p>
				{block.seriesId !== null && <ScopeSelect value={scope} onChange={setScope} />}
				<FormError error={deletion.error} />
			</div>
		</Dialog>
	);
}
