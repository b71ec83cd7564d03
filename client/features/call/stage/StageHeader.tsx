import { ArrowLeftRight, Router, Server, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../lib/useNow.ts';
import type { ConnectionKind } from '../session/state.ts';
import { useCall } from './callContext.ts';
import { EncryptionBadge } from './EncryptionBadge.tsx';
import { runningTime } from './runningTime.ts';

/** What this session is and how long it runs; how it is connected, and whether it is encrypted. */
export function StageHeader() {
	const title = useCall((state) => state.title);
	const startedAt = useCall((state) => state.startedAt);
	const now = useNow(1_000);
	return (
		<header className="flex items-center justify-between gap-3 px-4 pt-3 pb-1">
			<div className="flex min-w-0 items-baseline gap-2.5">
				<h1 className="truncate font-semibold">{title}</h1>
				{startedAt && (
					<span role="timer" className="text-stage-muted text-small tabular-nums">
						{runningTime(now - Date.parse(startedAt))}
					</span>
				)}
			</div>
			<div className="flex shrink-0 items-center gap-1.5">
				<ConnectionWord />
				<EncryptionBadge />
			</div>
		</header>
	);
}

const icons = {
	direct: <ArrowLeftRight aria-hidden />,
	relayed: <Router aria-hidden />,
	groupServer: <Server aria-hidden />,
} satisfies Record<ConnectionKind, unknown>;

function ConnectionWord() {
	const { t } = useTranslation('call');
	const online = useCall((state) => state.online);
	const connection = useCall((state) => state.connection);
	const style = 'flex shrink-0 items-center gap-1.5 rounded-full px-2.5 py-1 text-small font-medium [&_svg]:size-4';
	if (!online) {
		return (
			<p role="alert" data-connection="lost" className={`${style} bg-warn-soft text-warn`}>
				<WifiOff aria-hidden />
				{t('connection.lost')}
			</p>
		);
	}
	if (!connection) return null;
	return (
		<p
			data-connection={connection}
			title={t(`connection.${connection}.explained`)}
			className={`${style} bg-stage-raised text-stage-muted`}
		>
			{icons[connection]}
			<span className="max-sm:sr-only">{t(`connection.${connection}.word`)}</span>
		</p>
	);
}
