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
import { toolKey } from '../keys.ts';

interface TimePickerProps {
	service: Service;
	officeId: string;
	onPick: (startsAt: string) => void;
}

const daysShown = 7;

/** The professional's free times of one week, by day, in the professional's zone. */
export function TimePicker({ service, officeId, onPick }: TimePickerProps) {
	const { t } = useTranslation('tools');
	const { api } = useTool();
	const { locale, timeZone } = useFormat();
	const [from, setFrom] = useState(() => Temporal.Now.plainDateISO(timeZone));
	const query = { serviceId: service.id, officeId, from: from.toString(), days: daysShown };
	const { data, error } = useQuery({
		queryKey: toolKey('booking', 'free', ...Object.values(query).map(String)),
		queryFn: () => api.call(listFreeTimes, { query }),
	});
	const format = createFormat(locale, data?.timeZone ?? timeZone);
	const isFirst = Temporal.PlainDate.compare(from, Temporal.Now.plainDateISO(timeZone)) <= 0;
	const until = from.add({ days: daysShown - 1 });
	const days = data?.days.filter(({ startTimes }) => startTimes.length > 0) ?? [];

	return (
		<div className="flex flex-col gap-3">
			<div className="flex items-center gap-1">
				<IconButton
					label={t('booking.earlier')}
					isDisabled={isFirst}
					onPress={() => setFrom(from.subtract({ days: daysShown }))}
				>
					<ChevronLeft aria-hidden />
				</IconButton>
				<p className="flex-1 text-center font-semibold" aria-live="polite">
					{format.date(from, 'shortDay')} – {format.date(until, 'shortDay')}
				</p>
				<IconButton label={t('booking.later')} onPress={() => setFrom(from.add({ days: daysShown }))}>
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
					action={<Button onPress={() => setFrom(from.add({ days: daysShown }))}>{t('booking.later')}</Button>}
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
