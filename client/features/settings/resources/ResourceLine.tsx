import { Archive, DoorOpen, Pencil, Stethoscope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../../../../shared/contract/resources.ts';
import { IconButton } from '../../../ui/IconButton.tsx';

interface ResourceLineProps {
	resource: Resource;
	/** Where it is. */
	place: string;
	onEdit: () => void;
	onArchive: () => void;
}

/** One room or device. */
export function ResourceLine({ resource: { name, kind }, place, onEdit, onArchive }: ResourceLineProps) {
	const { t } = useTranslation('resources');
	const Icon = kind === 'ROOM' ? DoorOpen : Stethoscope;
	return (
		<li className="flex items-center gap-3 py-2.5">
			<Icon aria-hidden className="text-accent size-5 shrink-0" />
			<div className="min-w-0 flex-1">
				<p className="font-medium break-words">{name}</p>
				<p className="text-muted text-small">
					{t(`kind.${kind}`)} · {place}
				</p>
			</div>
			<IconButton label={t('edit', { name })} onPress={onEdit}>
				<Pencil aria-hidden />
			</IconButton>
			<IconButton label={t('archive', { name })} onPress={onArchive}>
				<Archive aria-hidden />
			</IconButton>
		</li>
	);
}
