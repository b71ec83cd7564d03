import { useFormat } from '../useFormat.ts';
import { isSamtalError } from '../api.ts';

/** The visits that are in the way of the one that was tried. */
export function Conflicts({ error }: { error: unknown }) {
	const format = useFormat();
	const conflicts = isSamtalError(error, 'SLOT_TAKEN') ? (error.details.conflicts ?? []) : [];
	if (conflicts.length === 0) return null;
	return (
		<ul className="mt-1 font-medium">
			{conflicts.map(({ appointmentId, clientName, startsAt, endsAt }) => (
				<li key={appointmentId}>
					{clientName}, {format.date(startsAt, 'shortDay')}, {format.timeRange(startsAt, endsAt)}
				</li>
			))}
		</ul>
	);
}
