import type { QualityLevel } from '../quality/assess.ts';

const filled = { good: 3, fair: 2, poor: 1 } satisfies Record<QualityLevel, number>;

/** Three bars, as phones show their reception. */
export function QualityBars({ level }: { level: QualityLevel }) {
	return (
		<svg aria-hidden viewBox="0 0 24 24" fill="currentColor">
			{[8, 14, 20].map((height, index) => (
				<rect
					key={height}
					x={2 + index * 7.5}
					y={22 - height}
					width={5}
					height={height}
					rx={1.5}
					opacity={index < filled[level] ? 1 : 0.3}
				/>
			))}
		</svg>
	);
}
