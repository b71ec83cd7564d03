import { Lock, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallLog } from '../../../../shared/contract/callLog.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { useFormat } from '../../useFormat.ts';
import { spanText } from './spans.ts';

type Phase = CallLog['encryption'][number];

const tones: Record<Phase['state'], Tone> = {
	...{ postQuantum: 'success', classic: 'success', lowered: 'warn', notSecured: 'danger' },
};

/** How a call was encrypted, from when to when, and who says so. */
export function CallEncryption({ phases, day }: { phases: readonly Phase[]; day: string }) {
	const { t } = useTranslation('callLog');
	const format = useFormat();
	return (
		<div>
			<p className="text-muted text-small">{t('encryption')}</p>
			<ul className="mt-1 flex flex-col gap-2">
				{phases.map(({ state, toldBy, ...span }) => (
					<li key={span.from} className="flex flex-wrap items-center gap-x-3 gap-y-1">
						<Badge tone={tones[state]} icon={isEndToEnd(state) ? <Lock aria-hidden /> : <LockOpen aria-hidden />}>
							{t(`state.${state}`)}
						</Badge>
						<span className="text-muted text-small tabular-nums">
							{t(`detail.${state}`, { name: toldBy })} · {spanText(format, span, day)}
						</span>
					</li>
				))}
			</ul>
			<p className="text-muted mt-1.5 text-small">{t(phases.length > 0 ? 'toldBy' : 'untold')}</p>
		</div>
	);
}

const isEndToEnd = (state: Phase['state']): boolean => state === 'postQuantum' || state === 'classic';
