import { useFormat } from '../../../../lib/useFormat.ts';

interface VisitSummaryProps {
	startsAt: string;
	endsAt: string;
	/** Service and price, place, person. */
	lines: readonly string[];
}

/** A visit in a few lines, its time first. */
export function VisitSummary({ startsAt, endsAt, lines }: VisitSummaryProps) {
	const format = useFormat();
	return (
		<div className="border-line bg-surface rounded-box border p-4">
			<p className="text-title font-semibold first-letter:uppercase">{format.date(startsAt, 'day')}</p>
			<p className="text-title">
				{format.timeRange(startsAt, endsAt)} <span className="text-muted text-small">{format.zone(startsAt)}</span>
			</p>
			{lines.map((line) => (
				<p key={line} className="text-muted">
					{line}
				</p>
			))}
		</div>
	);
}
