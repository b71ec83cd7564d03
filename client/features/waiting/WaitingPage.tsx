import clsx from 'clsx';
import { DoorOpen, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WaitingPeer } from '../../../shared/contract/signalling/peer.ts';
import { paths } from '../../lib/paths.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useNow } from '../../lib/useNow.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { NotificationCard } from './NotificationCard.tsx';
import { urgency, useWaiting } from './waitingStore.ts';

/** Everybody who waits for the signed-in professional, live. */
export default function WaitingPage() {
	const { t } = useTranslation('waiting');
	const { waiting, live } = useWaiting();
	return (
		<>
			<PageHeader title={t('title')} detail={waiting.length > 0 ? t('detail', { count: waiting.length }) : undefined} />
			<div className="flex flex-col gap-4">
				{!live && <Notice tone="warn">{t('offline')}</Notice>}
				{waiting.length === 0 ? (
					<Card>
						<EmptyState icon={<DoorOpen />} title={t('empty.title')} text={t('empty.text')} />
					</Card>
				) : (
					<ul className="flex flex-col gap-3">
						{waiting.map((peer) => (
							<WaitingRow key={peer.peerId} peer={peer} />
						))}
					</ul>
				)}
				<NotificationCard />
			</div>
		</>
	);
}

const looks = { fresh: 'bg-surface', late: 'bg-warn-soft', tooLong: 'bg-sunken border-edge' };

function WaitingRow({ peer }: { peer: WaitingPeer }) {
	const { t } = useTranslation('waiting');
	const format = useFormat();
	const now = useNow(10_000);
	const look = urgency(peer.since, now);
	return (
		<li className={clsx('border-line flex flex-wrap items-center gap-3 rounded-box border p-4', looks[look])}>
			<Avatar name={peer.name} />
			<div className="min-w-0 flex-1">
				<p className="truncate font-semibold">{peer.name}</p>
				<p className="text-muted text-small">
					{t('since', { time: format.time(peer.since) })}
					{' · '}
					{t('waitingFor', { duration: format.duration(now - Date.parse(peer.since)) })}
				</p>
			</div>
			{!peer.encrypts && <Badge tone="warn">{t('cannotEncrypt')}</Badge>}
			{look === 'tooLong' && <Badge tone="danger">{t('tooLong')}</Badge>}
			{!peer.connected && (
				<Badge tone="warn" icon={<WifiOff aria-hidden />}>
					{t('away')}
				</Badge>
			)}
			<LinkButton to={paths.admit(peer)} variant="primary" className="w-full sm:w-auto">
				{t('admit')}
			</LinkButton>
		</li>
	);
}
