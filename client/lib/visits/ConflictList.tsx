import { useTranslation } from 'react-i18next';
import type { Conflict } from '../../../shared/contract/conflicts.ts';
import { useFormat } from '../useFormat.ts';

/** What is in the way of a time, each by its kind and when. */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	if (conflicts.length === 0) return null;
	const words = ({ kind, name }: Conflict) =>
		kind === 'BLOCK' && name === '' ? t('conflict.BLOCK_untitled') : t(`conflict.${kind}`, { name });
	return (
		<ul className="mt-1 font-medium">
			{conflicts.map((conflict) => (
				<li key={`${conflict.kind} ${conflict.wantedAt} ${conflict.appointmentId ?? conflict.startsAt}`}>
					{words(conflict)}, {format.date(conflict.startsAt, 'shortDay')},{' '}
					{format.timeRange(conflict.startsAt, conflict.endsAt)}
				</li>
			))}
		</ul>
	);
}
