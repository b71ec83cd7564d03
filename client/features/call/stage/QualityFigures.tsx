import { useTranslation } from 'react-i18next';
import type { PeerInfo } from '../../../../shared/contract/signalling/peer.ts';
import { dropReasons, type FrameCounters } from '../e2ee/frames/FrameCipher.ts';
import type { CallQuality } from '../quality/QualityWatch.ts';

/** What was measured lately, in the words of those who help. */
export function QualityFigures({ quality, peers }: { quality: CallQuality; peers: readonly PeerInfo[] }) {
	const { t, i18n } = useTranslation('call');
	const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
	const { roundTripMs, srtpCipher } = quality.transport;
	return (
		<details className="text-small">
			<summary className="text-accent min-h-11 cursor-pointer content-center font-medium">
				{t('quality.figures.title')}
			</summary>
			<ul className="text-muted flex flex-col gap-1 tabular-nums">
				{roundTripMs !== null && <li>{t('quality.figures.roundTrip', { ms: Math.round(roundTripMs) })}</li>}
				{srtpCipher !== null && (
					<li data-srtp-cipher={srtpCipher}>{t('quality.figures.cipher', { cipher: srtpCipher })}</li>
				)}
				{quality.frames && <FrameFigures frames={quality.frames} />}
				{peers.map(({ peerId, name }) => {
					const interval = quality.people[peerId]?.interval;
					if (!interval) return null;
					const { width, height, framesPerSecond, kilobitsPerSecond, lost, jitterMs, frozen, concealed } = interval;
					return (
						<li key={peerId}>
							{t('quality.figures.person', {
								name,
								width,
								height,
								frames: Math.round(framesPerSecond),
								kilobits: Math.round(kilobitsPerSecond),
								lost: percent.format(lost),
								jitter: Math.round(jitterMs),
								frozen: percent.format(frozen),
								concealed: percent.format(concealed),
							})}
						</li>
					);
				})}
			</ul>
		</details>
	);
}

/** How many frames were encrypted and decrypted, and how many were dropped, by reason. */
function FrameFigures({ frames: { encrypted, decrypted, unencrypted, dropped } }: { frames: FrameCounters }) {
	const { t } = useTranslation('call');
	return (
		<>
			<li>{t('quality.figures.frames', { encrypted, decrypted })}</li>
			{unencrypted > 0 && <li>{t('quality.figures.unencrypted', { frames: unencrypted })}</li>}
			{dropReasons.map(
				(reason) =>
					dropped[reason] > 0 && (
						<li key={reason} data-dropped={reason}>
							{t(`quality.figures.dropped.${reason}`, { frames: dropped[reason] })}
						</li>
					),
			)}
		</>
	);
}
