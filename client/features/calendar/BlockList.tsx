import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteBlock, listBlocks, type Block } from '../../../shared/contract/blocks.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { refreshVisits } from '../../lib/visits/queries.ts';
import { ScopeSelect } from '../../lib/visits/ScopeSelect.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';

/** The blocked times of the shown days; a press leads to deleting them. Nothing shows when there are none. */
export function BlockList({ from, to }: { from: string; to: string }) {
	const { t } = useTranslation('calendar');
	const format = useFormat();
	const [opened, setOpened] = useState<Block>();
	const { data } = useQuery({
		queryKey: ['visits', 'blocks', from, to],
		queryFn: ({ signal }) => memberApi.call(listBlocks, { query: { from, to } }, { signal }),
	});
	if (!data || data.blocks.length === 0) return null;
	return (
		<>
			<ul className="mt-4 flex flex-wrap gap-2">
				{data.blocks.map((block) => (
					<li key={block.id}>
						<Button size="small" icon={<CalendarOff aria-hidden />} onPress={() => setOpened(block)}>
							{[block.title || t('block.untitled'), `${whenOf(block, format)}`].join(' · ')}
						</Button>
					</li>
				))}
			</ul>
			{opened && <DeleteBlockDialog block={opened} onClose={() => setOpened(undefined)} />}
		</>
	);
}

const whenOf = ({ startsAt, endsAt }: Block, format: ReturnType<typeof useFormat>) =>
	`${format.date(startsAt, 'shortDay')}, ${format.timeRange(startsAt, endsAt)}`;

function DeleteBlockDialog({ block, onClose }: { block: Block; onClose: () => void }) {
	const { t } = useTranslation(['calendar', 'common']);
	const format = useFormat();
	const queryClient = useQueryClient();
	const [scope, setScope] = useState<Scope>('this');
	const deletion = useMutation({
		mutationFn: () => memberApi.call(deleteBlock, { params: { blockId: block.id }, query: { scope } }),
		onSuccess: async () => {
			await refreshVisits(queryClient);
			onClose();
		},
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
				<p>{[block.title || t('block.untitled'), whenOf(block, format)].join(' · ')}</p>
				{block.seriesId !== null && <ScopeSelect value={scope} onChange={setScope} />}
				<FormError error={deletion.error} />
			</div>
		</Dialog>
	);
}
