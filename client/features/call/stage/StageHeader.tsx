import { useNow } from '../../../lib/useNow.ts';
import { useCall } from './callContext.ts';
import { ConnectionBadge } from './ConnectionBadge.tsx';
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
				<ConnectionBadge />
				<EncryptionBadge />
			</div>
		</header>
	);
}
