import { useQuery } from '@tanstack/react-query';
import { CalendarX, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFreeTimes, type Service } from '../../../../../shared/contract/appointments.ts';
import { createFormat } from '../../../../lib/format.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { SkeletonList } from '../../../../ui/SkeletonList.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';

interface TimePickerProps {
	service: Service;
	officeId: string;
	/** Rooms and devices that must be free as well. */
	resourceIds: readonly string[];
	/** Those that are marked, where several can be. */
	chosen?: readonly string[];
	onPick: (startsAt: string) => void;
}

/** How far one look reaches, and how many days with free times it shows. */
const daysAhead = 28;
const daysShown = 5;

/** The professional's next free times, by day, in the professional's zone; days without any are left out. */
export function TimePicker({ service, officeId, resourceIds, chosen, onPick }: TimePickerProps) {
	const { t } = useTranslation('tools');
	const { api } = useTool();
	const { locale, timeZone } = useFormat();
	// Where each look begins; the way back is the one before.
	const [starts, setStarts] = useState(() => [Temporal.Now.plainDateISO(timeZone)]);
	const from = starts.at(-1) ?? Temporal.Now.plainDateISO(timeZone);
	const query = {
		...{ serviceId: service.id, officeId, from: from.toString(), days: daysAhead },
		...(resourceIds.length > 0 && { resourceIds: resourceIds.join(',') }),
	};
	const { data, error } = useQuery({
		queryKey: toolKey('booking', 'free', ...Object.values(query).map(String)),
		queryFn: () => api.call(listFreeTimes, { query }),
	});
	const format = createFormat(locale, data?.timeZone ?? timeZone);
	const days = data?.days.filter(({ startTimes }) => startTimes.length > 0).slice(0, daysShown) ?? [];
	const first = days[0] ? Temporal.PlainDate.from(days[0].date) : from;
	const lastDay = days.at(-1);
	const last = lastDay ? Temporal.PlainDate.from(lastDay.date) : from.add({ days: daysAhead - 1 });
	const goOn = () => setStarts([...starts, last.add({ days: 1 })]);

	return (
		<div className="flex flex-col gap-3">
			<div className="flex items-center gap-1">
				<IconButton
					label={t('booking.earlier')}
					isDisabled={starts.length === 1}
					onPress={() => setStarts(starts.slice(0, -1))}
				>
					<ChevronLeft aria-hidden />
				</IconButton>
				<p className="flex-1 text-center font-semibold" aria-live="polite">
					{format.date(first, 'shortDay')} – {format.date(last, 'shortDay')}
				</p>
				<IconButton label={t('booking.later')} onPress={goOn}>
					<ChevronRight aria-hidden />
				</IconButton>
			</div>
			<FormError error={error} />
			{!data && !error && <SkeletonList rows={3} rowClassName="h-20" />}
			{data && days.length === 0 && (
				<EmptyState
					icon={<CalendarX />}
					title={t('booking.full.title')}
					text={t('booking.full.text')}
					action={<Button onPress={goOn}>{t('booking.later')}</Button>}
				/>
			)}
			{days.map(({ date, startTimes }) => {
				const day = format.date(Temporal.PlainDate.from(date), 'day');
				return (
					<section key={date} aria-label={day} className="flex flex-col gap-2">
						<h4 className="text-small font-semibold first-letter:uppercase">{day}</h4>
						<ul className="grid grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-2">
							{startTimes.map((startsAt) => (
								<li key={startsAt}>
									<Button
										className="w-full tabular-nums"
										variant={chosen?.includes(startsAt) ? 'primary' : 'secondary'}
										{...(chosen && { 'aria-pressed': chosen.includes(startsAt) })}
										aria-label={`${format.time(startsAt)}, ${day}`}
										onPress={() => onPick(startsAt)}
									>
										{format.time(startsAt)}
									</Button>
								</li>
							))}
						</ul>
					</section>
				);
			})}
			{data && <p className="text-muted text-small">{t('booking.zone', { zone: data.timeZone })}</p>}
		</div>
	);
}
