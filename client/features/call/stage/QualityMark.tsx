import { useTranslation } from 'react-i18next';
import { useCall } from './callContext.ts';
import { QualityBars } from './QualityBars.tsx';

/** On somebody's tile, as long as their sound and picture are not good. */
export function QualityMark({ peerId }: { peerId: string }) {
	const { t } = useTranslation('call');
	const level = useCall(({ quality }) => quality?.people[peerId]?.verdict.level ?? 'good');
	if (level === 'good') return null;
	const label = t('quality.mark', { level: t(`quality.level.${level}`) });
	return (
		<span role="img" aria-label={label} title={label} data-quality={level} className="text-warn [&_svg]:size-4">
			<QualityBars level={level} />
		</span>
	);
}
