import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupDate } from '../../../shared/contract/groupPlaces.ts';
import { createFormat } from '../../lib/format.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Badge } from '../../ui/Badge.tsx';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { TimesSection } from './TimesSection.tsx';
import type { Dates } from './useGroupDates.ts';
import { cityOf } from './zones.ts';

/** As many as are shown at once. */
const MORE = 6;

interface GroupDatesProps {
	dates: Dates;
	/** The professional's zone. */
	officeZone: string;
	onChoose: (date: GroupDate) => void;
}

/** When a group meets, and how many places are left. */
export function GroupDates({ dates, officeZone, onChoose }: GroupDatesProps) {
	const { t } = useTranslation('booking');
	const [shown, setShown] = useState(MORE);
	const all = dates.dates ?? [];
	return (
		<TimesSection {...dates} isWaiting={dates.dates === null} isEmpty={dates.dates?.length === 0}>
			<ul className="flex flex-col gap-3">
				{all.slice(0, shown).map((date) => (
					<DateCard key={date.id} {...{ date, officeZone }} onPress={() => onChoose(date)} />
				))}
			</ul>
			{shown < all.length && (
				<button type="button" className={buttonStyle('secondary', 'large')} onClick={() => setShown(shown + MORE)}>
					{t('later')}
				</button>
			)}
		</TimesSection>
	);
}

function DateCard({ date, officeZone, onPress }: { date: GroupDate; officeZone: string; onPress: () => void }) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const { startsAt, endsAt, office, placesLeft } = date;
	const there = createFormat(format.locale, officeZone).dateTime(startsAt);
	return (
		<li className="bg-surface border-line rounded-box flex flex-col gap-3 border p-4 sm:flex-row sm:items-center sm:justify-between">
			<div className="flex min-w-0 flex-col gap-0.5">
				<h3 className="font-semibold first-letter:uppercase">
					{format.date(startsAt, 'day')},{' '}
					<span className="whitespace-nowrap tabular-nums">{format.timeRange(startsAt, endsAt)}</span>
				</h3>
				{there !== format.dateTime(startsAt) && (
					<p className="text-muted text-small">{t('there', { time: there, city: cityOf(officeZone) })}</p>
				)}
				<p className="text-muted">{office.kind === 'VIDEO' ? t('video') : office.name}</p>
				<p className="mt-1">
					<Badge tone={placesLeft > 0 ? 'success' : 'warn'}>
						{placesLeft > 0 ? t('groups.left', { count: placesLeft }) : t('groups.full')}
					</Badge>
				</p>
			</div>
			<button
				type="button"
				className={`${buttonStyle(placesLeft > 0 ? 'primary' : 'secondary', 'large')} sm:shrink-0`}
				onClick={onPress}
			>
				{t(placesLeft > 0 ? 'groups.choose' : 'groups.waiting')}
			</button>
		</li>
	);
}
