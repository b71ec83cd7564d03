import { useTranslation } from 'react-i18next';
import { dateIn } from '../../lib/format.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { TimeButton } from './TimeButton.tsx';
import { TimesSection } from './TimesSection.tsx';
import type { Times } from './useBookableTimes.ts';

interface DaysProps {
	times: Times;
	/** The professional's zone. */
	officeZone: string;
	/** The time that is being taken at this moment. */
	holding: string | null;
	onChoose: (startsAt: string) => void;
}

/** The days that have free times, on the reader's clock. */
export function Days({ times, officeZone, holding, onChoose }: DaysProps) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const days = Map.groupBy(times.startTimes ?? [], (startsAt) => dateIn(startsAt, format.timeZone).toString());
	return (
		<TimesSection {...times} isWaiting={times.startTimes === null} isEmpty={times.startTimes?.length === 0}>
			<ul className="flex flex-col gap-3">
				{[...days].map(([date, startTimes]) => (
					<li key={date} className="bg-surface border-line rounded-box border p-4">
						<h3 className="mb-3 font-semibold first-letter:uppercase">
							{format.date(Temporal.PlainDate.from(date), 'day')}
						</h3>
						<div className="grid grid-cols-3 gap-2 sm:grid-cols-5">
							{startTimes.map((startsAt) => (
								<TimeButton
									key={startsAt}
									{...{ startsAt, officeZone }}
									isBusy={holding === startsAt}
									onPress={() => onChoose(startsAt)}
								/>
							))}
						</div>
					</li>
				))}
			</ul>
			{times.hasMore && (
				<button
					type="button"
					className={buttonStyle('secondary', 'large')}
					disabled={times.isLoading}
					onClick={times.loadMore}
				>
					{t('later')}
				</button>
			)}
		</TimesSection>
	);
}
