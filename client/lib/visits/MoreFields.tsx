import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listResources } from '../../../shared/contract/resources.ts';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { memberApi } from '../memberApi.ts';
import type { VisitDraft } from './visitDraft.ts';

type More = Pick<VisitDraft, 'note' | 'resourceIds' | 'notify'>;

interface MoreFieldsProps {
	draft: More;
	onChange: (part: Partial<More>) => void;
}

/** What goes with a visit and is not the client's to see, and whether they hear of it. */
export function MoreFields({ draft, onChange }: MoreFieldsProps) {
	const { t } = useTranslation('visits');
	const { data } = useQuery({
		queryKey: ['resources'],
		queryFn: ({ signal }) => memberApi.call(listResources, {}, { signal }),
		staleTime: 5 * 60_000,
	});
	const resources = data?.resources ?? [];
	const toggle = (id: string, isTaken: boolean) =>
		onChange({ resourceIds: [...draft.resourceIds.filter((each) => each !== id), ...(isTaken ? [id] : [])] });
	return (
		<>
			<TextField
				label={t('new.note')}
				description={t('new.noteHelp')}
				value={draft.note}
				onChange={(note) => onChange({ note })}
				optional
			/>
			{resources.length > 0 && (
				<fieldset className="flex flex-col">
					<legend className="text-small font-semibold">{t('new.resources')}</legend>
					{resources.map(({ id, name }) => (
						<Switch key={id} isSelected={draft.resourceIds.includes(id)} onChange={(isTaken) => toggle(id, isTaken)}>
							{name}
						</Switch>
					))}
				</fieldset>
			)}
			<Switch isSelected={draft.notify} onChange={(notify) => onChange({ notify })}>
				{t('new.notify')}
			</Switch>
		</>
	);
}
