import { useTranslation } from 'react-i18next';
import { confirmable, type Conflict } from '../../../shared/contract/conflicts.ts';
import { useFormat } from '../useFormat.ts';

interface ConflictListProps {
	conflicts: readonly Conflict[];
	/** Where the list stands below the time that is wanted, it need not say that time again. */
	isBelowTime?: boolean;
}

/** What is in the way of a time, each by its kind and when. */
export function ConflictList({ conflicts, isBelowTime = false }: ConflictListProps) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	if (conflicts.length === 0) return null;
	const words = ({ kind, name }: Conflict) =>
		kind === 'BLOCK' && name === '' ? t('conflict.BLOCK_untitled') : t(`conflict.${kind}`, { name });
	return (
		<ul className="mt-1 font-medium">
			{conflicts.map((conflict) => (
				<li key={`${conflict.kind} ${conflict.wantedAt} ${conflict.appointmentId ?? conflict.startsAt}`}>
					{words(conflict)}
					{!(isBelowTime && confirmable.safeParse(conflict.kind).success) &&
						`, ${format.date(conflict.startsAt, 'shortDay')}, ${format.timeRange(conflict.startsAt, conflict.endsAt)}`}
				</li>
			))}
		</ul>
	);
}
