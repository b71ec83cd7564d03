import { useTranslation } from 'react-i18next';
import { createFormat } from '../../lib/format.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { cityOf } from './zones.ts';

interface TimeButtonProps {
	startsAt: string;
	/** The professional's zone: its time stands below where it is another one. */
	officeZone: string;
	isBusy: boolean;
	onPress: () => void;
}

/** A start time to take. */
export function TimeButton({ startsAt, officeZone, isBusy, onPress }: TimeButtonProps) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const time = format.time(startsAt);
	const there = createFormat(format.locale, officeZone).time(startsAt);
	return (
		<button
			type="button"
			disabled={isBusy}
			onClick={onPress}
			className="border-edge bg-surface hover:border-accent hover:bg-accent-soft rounded-inner flex min-h-12 flex-col items-center justify-center border px-1 py-1.5 font-semibold tabular-nums transition-colors disabled:opacity-50"
		>
			{time}
			{there !== time && (
				<span className="text-muted block text-small font-normal">
					{t('there', { time: there, city: cityOf(officeZone) })}
				</span>
			)}
		</button>
	);
}
