import { Clock, MapPin, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { paths } from '../../lib/paths.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { PaidBadge, StatusBadge } from '../../lib/visits/VisitBadges.tsx';
import { namesOf } from '../../lib/visits/visitState.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

interface NextVisitCardProps {
	visit: Appointment;
	/** Milliseconds. */
	now: number;
	onDetails: () => void;
}

/** Who comes next, when and where, and the one button that matters. */
export function NextVisitCard({ visit, now, onDetails }: NextVisitCardProps) {
	const { t } = useTranslation(['today', 'visits']);
	const format = useFormat();
	const untilStart = Date.parse(visit.startsAt) - now;
	const Place = visit.office.kind === 'VIDEO' ? Video : MapPin;
	const name = namesOf(visit);
	return (
		<Card className="flex flex-col gap-5 !p-6" aria-label={t('next')}>
			<p className="text-accent font-semibold">
				{untilStart >= 60_000 ? t('nextIn', { duration: format.duration(untilStart) }) : t('nextNow')}
			</p>
			<div className="flex items-center gap-4">
				<Avatar name={name} size="large" />
				<div className="min-w-0">
					<h2 className="text-display font-semibold tracking-tight break-words">{name}</h2>
					<p className="text-muted">{visit.service.name}</p>
				</div>
			</div>
			<ul className="flex flex-col gap-1.5">
				<li className="flex items-center gap-2.5 tabular-nums">
					<Clock aria-hidden className="text-muted size-5" />
					{format.timeRange(visit.startsAt, visit.endsAt)}
				</li>
				<li className="flex items-center gap-2.5">
					<Place aria-hidden className="text-muted size-5" />
					{visit.office.name}
				</li>
			</ul>
			<div className="flex flex-wrap gap-2">
				<StatusBadge visit={visit} />
				<PaidBadge visit={visit} />
			</div>
			<div className="flex flex-wrap gap-2">
				<LinkButton
					to={paths.call(visit.id)}
					variant="primary"
					size="large"
					icon={<Video aria-hidden />}
					className="grow basis-48"
				>
					{t('visits:openRoom')}
				</LinkButton>
				<Button size="large" className="grow" onPress={onDetails}>
					{t('details')}
				</Button>
			</div>
		</Card>
	);
}
