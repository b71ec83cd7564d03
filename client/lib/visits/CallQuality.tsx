import { useQuery } from '@tanstack/react-query';
import { Check, CircleCheck, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { CallQuality as PersonQuality } from '../../../shared/contract/quality.ts';
import { likelyCause, ratingOf, type CallRating } from '../../../shared/domain/callQuality.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { useFormat } from '../useFormat.ts';
import { milliseconds, percent } from './measures.ts';
import { callQualityQuery } from './queries.ts';

const looks: Record<CallRating, { tone: Tone; icon: ReactNode }> = {
	good: { tone: 'success', icon: <CircleCheck aria-hidden /> },
	mostlyGood: { tone: 'neutral', icon: <Check aria-hidden /> },
	poor: { tone: 'warn', icon: <TriangleAlert aria-hidden /> },
};

/** How the visit's call was for each person in it; nothing where no device has told. */
export function CallQuality({ visit }: { visit: Appointment }) {
	const { t } = useTranslation('visits');
	const heading = useId();
	const { data: people, error } = useQuery(callQualityQuery(visit));
	if (people?.length === 0) return null;
	return (
		<section aria-labelledby={heading} className="border-line flex flex-col gap-4 border-t pt-5">
			<h3 id={heading} className="font-semibold">
				{t('quality.title')}
			</h3>
			{people ? (
				<ul className="flex flex-col gap-4">
					{people.map((person) => (
						<PersonLine key={person.personId} person={person} />
					))}
				</ul>
			) : error ? (
				<FormError error={error} />
			) : (
				<SkeletonList rows={2} rowClassName="h-12" />
			)}
		</section>
	);
}

function PersonLine({ person: { name, summary } }: { person: PersonQuality }) {
	const { t } = useTranslation('visits');
	const { locale } = useFormat();
	const rating = ratingOf(summary);
	const { tone, icon } = looks[rating];
	const cause = rating === 'good' ? undefined : likelyCause(summary.causes);
	const { connection, roundTripMs, lostPerMille } = summary;
	const figures = [
		connection !== null && t(`quality.connection.${connection}`),
		roundTripMs !== null && t('quality.roundTrip', { time: milliseconds(roundTripMs, locale) }),
		t('quality.lost', { share: percent(lostPerMille / 1_000, locale) }),
	];
	return (
		<li>
			<div className="flex items-start justify-between gap-3">
				<p className="min-w-0 font-medium break-words">{name}</p>
				<Badge tone={tone} icon={icon}>
					{t(`quality.rating.${rating}`)}
				</Badge>
			</div>
			{cause && <p className="text-small">{t(`quality.cause.${cause}`)}</p>}
			<p className="text-muted text-small tabular-nums">{figures.filter(Boolean).join(' · ')}</p>
		</li>
	);
}
