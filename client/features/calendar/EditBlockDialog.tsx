import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeBlock, type Block } from '../../../shared/contract/blocks.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useViewer } from '../../lib/viewer.ts';
import { wallClock } from '../../lib/visits/period.ts';
import { ScopeSelect } from '../../lib/visits/ScopeSelect.tsx';
import { useSaving } from '../../lib/visits/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { BlockFields, spanOf, type BlockDraft } from './BlockFields.tsx';
import { DeleteBlockDialog } from './DeleteBlockDialog.tsx';
import type { Span } from './useMoveVisit.ts';

interface EditBlockDialogProps {
	block: Block;
	/** Where it was drawn to; where it is without it. */
	to?: Span | undefined;
	onClose: () => void;
}

/** Moves, resizes, renames or deletes a block; of a repeated one more than this. Mount it to open it. */
export function EditBlockDialog({ block, to, onClose }: EditBlockDialogProps) {
	const { t } = useTranslation('calendar');
	const { timeZone } = useViewer();
	const [draft, setDraft] = useState(() => beginWith(to ?? block, block.title, timeZone));
	const [scope, setScope] = useState<Scope>('this');
	const [isDeleting, setIsDeleting] = useState(false);
	const span = spanOf(draft, timeZone);
	const saving = useSaving({
		save: async () =>
			span &&
			memberApi.call(changeBlock, { params: { blockId: block.id }, body: { ...span, title: draft.title, scope } }),
		done: () => t('block.changed'),
		onSaved: onClose,
	});
	if (isDeleting) return <DeleteBlockDialog block={block} onClose={onClose} />;
	return (
		<FormDialog
			title={t('block.edit')}
			action={t('block.save')}
			onClose={onClose}
			onSubmit={() => saving.mutate()}
			isPending={saving.isPending}
			isIncomplete={span === null}
			otherAction={
				<Button variant="quiet" icon={<Trash2 aria-hidden />} onPress={() => setIsDeleting(true)}>
					{t('block.delete')}
				</Button>
			}
		>
			{block.seriesId !== null && <ScopeSelect value={scope} onChange={setScope} />}
			<BlockFields draft={draft} onChange={setDraft} />
			<FormError error={saving.error} />
		</FormDialog>
	);
}

function beginWith({ startsAt, endsAt }: Span, title: string, timeZone: string): BlockDraft {
	const [first, last] = [wallClock(startsAt, timeZone), wallClock(endsAt, timeZone)];
	return { title, date: first.date, from: first.time, lastDate: last.date, to: last.time };
}
