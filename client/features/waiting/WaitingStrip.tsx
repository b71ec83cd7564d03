import clsx from 'clsx';
import { DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useNow } from '../../lib/useNow.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { urgency, useWaiting } from './waitingStore.ts';

const looks = {
	fresh: 'bg-accent-soft text-ink',
	late: 'bg-warn-soft text-ink',
	tooLong: 'bg-accent text-on-accent',
};

/** Under the top bar whenever somebody waits: who, how long, and the way to let them in. */
export function WaitingStrip() {
	const { t } = useTranslation('waiting');
	const format = useFormat();
	const now = useNow(10_000);
	const waiting = useWaiting((state) => state.waiting);
	const first = waiting[0];
	if (!first) return null;
	const look = urgency(first.since, now);
	return (
		<aside
			aria-label={t('strip')}
			className={clsx('animate-appear flex items-center gap-3 px-4 py-2 md:px-8', looks[look])}
		>
			<DoorOpen aria-hidden className="size-5 shrink-0" />
			<p className="min-w-0 flex-1">
				<span className="font-semibold">{first.name}</span>
				{', '}
				{t('waitingFor', { duration: format.duration(now - Date.parse(first.since)) })}
				{waiting.length > 1 && (
					<>
						{' · '}
						<Link to={paths.waiting} className="underline underline-offset-2">
							{t('others', { count: waiting.length - 1 })}
						</Link>
					</>
				)}
			</p>
			<LinkButton to={paths.admit(first)} variant={look === 'tooLong' ? 'secondary' : 'primary'} size="small">
				{t('admit')}
			</LinkButton>
		</aside>
	);
}
