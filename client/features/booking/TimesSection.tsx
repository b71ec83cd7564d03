import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { cityOf } from './zones.ts';

interface TimesSectionProps {
	/** Nothing has come yet. */
	isWaiting: boolean;
	isEmpty: boolean;
	isLoading: boolean;
	error: unknown;
	readAgain: () => void;
	children: ReactNode;
}

/** When one can come, on the reader's clock; or why nothing is shown. */
export function TimesSection({ isWaiting, isEmpty, isLoading, error, readAgain, children }: TimesSectionProps) {
	const { t } = useTranslation('booking');
	const format = useFormat();
	const errorText = useErrorText();
	return (
		<section aria-labelledby="times" aria-busy={isLoading} className="flex flex-col gap-4">
			<div>
				<h2 id="times" className="text-title font-semibold">
					{t('time')}
				</h2>
				<p className="text-muted text-small">{t('yourClock', { city: cityOf(format.timeZone) })}</p>
			</div>
			{isWaiting && error === null && (
				<div role="status" className="flex flex-col gap-3">
					<span className="sr-only">{t('loading')}</span>
					<Skeleton className="h-24" />
					<Skeleton className="h-24" />
				</div>
			)}
			{isEmpty && <p role="status">{t('noTimes')}</p>}
			{children}
			{error !== null && (
				<div role="alert" className="bg-danger-soft rounded-box flex flex-col items-start gap-3 px-4 py-3">
					<p>{errorText(error)}</p>
					<button type="button" className={buttonStyle()} onClick={readAgain}>
						{t('actions.retry', { ns: 'common' })}
					</button>
				</div>
			)}
		</section>
	);
}
