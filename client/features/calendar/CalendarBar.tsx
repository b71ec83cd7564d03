import clsx from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ShownDays } from './useShownDays.ts';

/** Which days are shown, and the way to others. */
export function CalendarBar({ shown }: { shown: ShownDays }) {
	const { t } = useTranslation('calendar');
	const format = useFormat();
	const { view, first, days, today } = shown;
	const last = days.at(-1) ?? first;
	return (
		<div className="mb-4 flex flex-wrap items-center gap-2">
			<Button size="small" onPress={() => shown.goTo(today)}>
				{t('today')}
			</Button>
			<IconButton label={t(`previous.${view}`)} onPress={() => shown.goTo(first.subtract({ days: days.length }))}>
				<ChevronLeft aria-hidden />
			</IconButton>
			<IconButton label={t(`next.${view}`)} onPress={() => shown.goTo(first.add({ days: days.length }))}>
				<ChevronRight aria-hidden />
			</IconButton>
			<h2 aria-live="polite" className="order-first min-w-0 flex-1 basis-full font-semibold sm:order-none sm:basis-0">
				{view === 'day'
					? format.date(first, 'day')
					: `${format.date(first, 'shortDay')} – ${format.date(last, 'shortDay')}, ${last.year}`}
			</h2>
			<div role="group" aria-label={t('view')} className="border-line bg-surface ml-auto flex rounded-box border p-0.5">
				{(['day', 'week'] as const).map((option) => (
					<button
						key={option}
						type="button"
						aria-pressed={option === view}
						onClick={() => shown.setView(option)}
						className={clsx(
							'min-h-9 rounded-inner px-3 text-small font-semibold',
							option === view ? 'bg-accent-soft text-accent' : 'text-muted hover:text-ink',
						)}
					>
						{t(option)}
					</button>
				))}
			</div>
		</div>
	);
}
