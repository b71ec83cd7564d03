import clsx from 'clsx';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { views, type Days, type ShownDays } from './useShownDays.ts';

interface CalendarBarProps {
	shown: ShownDays;
	/** What stands below: `shown`, as soon as it was read. */
	drawn: Days;
	/** Stand before the choice of the view. */
	children: ReactNode;
}

/** Which days are shown, and the way to others. */
export function CalendarBar({ shown, drawn, children }: CalendarBarProps) {
	const { t } = useTranslation('calendar');
	const { view, today } = shown;
	return (
		<div className="mb-4 flex flex-wrap items-center gap-2">
			<Button size="small" onPress={() => shown.goTo(today)}>
				{t('today')}
			</Button>
			<IconButton label={t(`previous.${view}`)} onPress={() => shown.turn(-1)}>
				<ChevronLeft aria-hidden />
			</IconButton>
			<IconButton label={t(`next.${view}`)} onPress={() => shown.turn(1)}>
				<ChevronRight aria-hidden />
			</IconButton>
			<h2 aria-live="polite" className="order-first min-w-0 flex-1 basis-full font-semibold sm:order-none sm:basis-0">
				<Period days={drawn} />
			</h2>
			{children}
			<div role="group" aria-label={t('view')} className="border-line bg-surface ml-auto flex rounded-box border p-0.5">
				{views.map((option) => (
					<button
						key={option}
						type="button"
						aria-pressed={option === view}
						onClick={() => shown.show(option, shown.date)}
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

function Period({ days: { view, date, first, length } }: { days: Days }) {
	const format = useFormat();
	if (view === 'day') return format.date(date, 'day');
	if (view === 'month') return format.date(date, 'month');
	const last = first.add({ days: length - 1 });
	return `${format.date(first, 'shortDay')} – ${format.date(last, 'shortDay')}, ${last.year}`;
}
