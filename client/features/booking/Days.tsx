import { useTranslation } from 'react-i18next';
import { dateIn } from '../../lib/format.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TimeButton } from './TimeButton.tsx';
import type { Times } from './useBookableTimes.ts';
import { cityOf } from './zones.ts';

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
	const errorText = useErrorText();
	const days = Map.groupBy(times.startTimes ?? [], (startsAt) => dateIn(startsAt, format.timeZone).toString());
	return (
		<section aria-labelledby="times" aria-busy={times.isLoading} className="flex flex-col gap-4">
			<div>
				<h2 id="times" className="text-title font-semibold">
					{t('time')}
				</h2>
				<p className="text-muted text-small">{t('yourClock', { city: cityOf(format.timeZone) })}</p>
			</div>
			{times.startTimes === null && times.error === null && (
				<div role="status" className="flex flex-col gap-3">
					<span className="sr-only">{t('loading')}</span>
					<Skeleton className="h-24" />
					<Skeleton className="h-24" />
				</div>
			)}
			{times.startTimes?.length === 0 && <p role="status">{t('noTimes')}</p>}
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
			{times.error !== null && (
				<div role="alert" className="bg-danger-soft rounded-box flex flex-col items-start gap-3 px-4 py-3">
					<p>{errorText(times.error)}</p>
					<button type="button" className={buttonStyle()} onClick={times.readAgain}>
						{t('actions.retry', { ns: 'common' })}
					</button>
				</div>
			)}
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
		</section>
	);
}
