import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ResourceFields } from './ResourceFields.tsx';
import type { VisitDraft } from './visitDraft.ts';

type More = Pick<VisitDraft, 'note' | 'resourceIds' | 'notify'>;

interface MoreFieldsProps {
	draft: More;
	onChange: (part: Partial<More>) => void;
}

/** What goes with a visit and is not the client's to see, and whether they hear of it. */
export function MoreFields({ draft, onChange }: MoreFieldsProps) {
	const { t } = useTranslation('visits');
	return (
		<>
			<TextField
				label={t('new.note')}
				description={t('new.noteHelp')}
				value={draft.note}
				onChange={(note) => onChange({ note })}
				optional
			/>
			<ResourceFields chosen={draft.resourceIds} onChange={(resourceIds) => onChange({ resourceIds })} />
			<Switch isSelected={draft.notify} onChange={(notify) => onChange({ notify })}>
				{t('new.notify')}
			</Switch>
		</>
	);
}
