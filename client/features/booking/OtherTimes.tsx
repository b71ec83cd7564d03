import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';

interface OtherTimesProps {
	/** ISO 8601 instants. */
	startTimes: readonly string[];
	isBusy: boolean;
	onChoose: (startsAt: string) => void;
	onBack: () => void;
}

/** For somebody whose time was taken meanwhile: the next ones, to choose without leaving the form. */
export function OtherTimes({ startTimes, isBusy, onChoose, onBack }: OtherTimesProps) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	return (
		<div role="alert" className="bg-warn-soft rounded-box flex flex-col gap-3 p-4">
			<p className="font-semibold">{t('gone.title')}</p>
			<p>{t(startTimes.length > 0 ? 'gone.others' : 'gone.none')}</p>
			<div className="grid gap-2 sm:grid-cols-2">
				{startTimes.map((startsAt) => (
					<button
						key={startsAt}
						type="button"
						disabled={isBusy}
						className={`${buttonStyle('secondary')} tabular-nums`}
						onClick={() => onChoose(startsAt)}
					>
						{format.dateTime(startsAt)}
					</button>
				))}
			</div>
			<button type="button" className={`${buttonStyle('quiet')} self-start`} onClick={onBack}>
				{t('gone.all')}
			</button>
		</div>
	);
}
