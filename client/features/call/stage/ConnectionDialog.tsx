import { useTranslation } from 'react-i18next';
import type { PeerInfo } from '../../../../shared/contract/signalling/peer.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { QualityLevel, Verdict } from '../quality/assess.ts';
import type { ConnectionKind } from '../session/state.ts';
import { useCall } from './callContext.ts';
import { QualityFigures } from './QualityFigures.tsx';
import { QualityBars } from './QualityBars.tsx';

interface ConnectionDialogProps {
	connection: ConnectionKind;
	isOpen: boolean;
	onClose: () => void;
}

/** Which way media takes, how well it arrives from each person, and what helps where it does not. */
export function ConnectionDialog({ connection, isOpen, onClose }: ConnectionDialogProps) {
	const { t } = useTranslation('call');
	const self = useCall((state) => state.self);
	const peers = useCall((state) => state.peers);
	const quality = useCall((state) => state.quality);
	const people = self ? [self, ...peers] : peers;
	return (
		<Dialog title={t('quality.title')} isOpen={isOpen} onClose={onClose}>
			<div className="flex flex-col gap-5">
				<p>
					<strong>{t(`connection.${connection}.word`)}</strong>. {t(`connection.${connection}.explained`)}
				</p>
				<section aria-labelledby="call-quality">
					<h3 id="call-quality" className="text-muted text-small font-semibold">
						{t('quality.people')}
					</h3>
					<ul className="divide-line mt-1 divide-y">
						{people.map((peer) => (
							<PersonQuality
								key={peer.peerId}
								peer={peer}
								isSelf={peer === self}
								verdict={quality?.people[peer.peerId]?.verdict ?? null}
							/>
						))}
					</ul>
				</section>
				{quality && <QualityFigures quality={quality} peers={peers} />}
			</div>
		</Dialog>
	);
}

const tones = { good: 'success', fair: 'warn', poor: 'danger' } satisfies Record<QualityLevel, Tone>;

function PersonQuality({ peer, isSelf, verdict }: { peer: PeerInfo; isSelf: boolean; verdict: Verdict | null }) {
	const { t } = useTranslation('call');
	return (
		<li className="py-2.5">
			<div className="flex min-h-7 items-center justify-between gap-3">
				<span className="truncate font-medium">{isSelf ? t('quality.own') : peer.name}</span>
				{verdict ? (
					<Badge tone={tones[verdict.level]} icon={<QualityBars level={verdict.level} />}>
						{t(`quality.level.${verdict.level}`)}
					</Badge>
				) : (
					<span className="text-muted text-small">{t('quality.measuring')}</span>
				)}
			</div>
			{verdict?.cause && (
				<p className="text-muted mt-1 text-small">
					{t(`quality.advice.${isSelf && verdict.cause === 'network' ? 'ownNetwork' : verdict.cause}`, {
						name: peer.name,
					})}
				</p>
			)}
		</li>
	);
}
