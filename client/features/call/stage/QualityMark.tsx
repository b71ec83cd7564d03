import { SignalHigh, SignalLow, SignalMedium } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QualityLevel } from '../quality/assess.ts';
import { useCall } from './callContext.ts';

export const qualityIcons = { good: SignalHigh, fair: SignalMedium, poor: SignalLow } satisfies Record<
	QualityLevel,
	unknown
>;

/** On somebody's tile, as long as their sound and picture are not good. */
export function QualityMark({ peerId }: { peerId: string }) {
	const { t } = useTranslation('call');
	const level = useCall(({ quality }) => quality?.people[peerId]?.verdict.level ?? 'good');
	if (level === 'good') return null;
	const Icon = qualityIcons[level];
	const label = t('quality.mark', { level: t(`quality.level.${level}`) });
	return (
		<span role="img" aria-label={label} title={label} data-quality={level} className="text-warn [&_svg]:size-4">
			<Icon aria-hidden />
		</span>
	);
}
