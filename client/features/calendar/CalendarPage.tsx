import { useQuery } from '@tanstack/react-query';
import { CalendarOff, Plus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../../shared/contract/blocks.ts';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { CalendarDialog, type Opened } from './CalendarDialog.tsx';
import { calendarQuery, useReadAhead, type CalendarVisit } from './calendarQuery.ts';
import { LayerMenu } from './LayerMenu.tsx';
import { layersOf, shownIn } from './layers.ts';
import { useShownDays } from './useShownDays.ts';
import { VisitCalendar } from './VisitCalendar.tsx';

const nothing: { visits: CalendarVisit[]; blocks: Block[] } = { visits: [], blocks: [] };

/** Visits and blocks by day, week or month. A press on empty time begins a new visit there; a drawn visit moves. */
export default function CalendarPage() {
	const { t } = useTranslation(['calendar', 'visits', 'common']);
	const { timeZone, memberId } = useViewer();
	const now = useNow(60_000);
	const shown = useShownDays(now, timeZone);
	const { data: calendar, error, refetch, isPlaceholderData } = useQuery(calendarQuery(shown, timeZone));
	useReadAhead(calendarQuery(shown.next, timeZone), calendar !== undefined && !isPlaceholderData);
	const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
	const [opened, setOpened] = useState<Opened>();
	const { visits, blocks } = calendar ?? nothing;
	const layers = useMemo(() => layersOf(visits, memberId), [visits, memberId]);
	const shownVisits = useMemo(() => shownIn(visits, hidden), [visits, hidden]);
	const shownBlocks = useMemo(() => shownIn(blocks, hidden), [blocks, hidden]);
	const { show } = shown;
	const showDay = useCallback((day: Temporal.PlainDate) => show('day', day), [show]);

	return (
		<>
			<PageHeader
				title={t('title')}
				actions={
					<>
						<Button
							icon={<CalendarOff aria-hidden />}
							onPress={() => setOpened({ kind: 'newBlock', date: shown.date.toString() })}
						>
							{t('block.action')}
						</Button>
						<Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setOpened({ kind: 'newVisit' })}>
							{t('visits:new.action')}
						</Button>
					</>
				}
			/>
			<CalendarBar shown={shown} drawn={calendar?.days ?? shown}>
				<LayerMenu layers={layers} hidden={hidden} onChange={setHidden} />
			</CalendarBar>
			{error && !calendar && (
				<FormError error={error} action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>} />
			)}
			{!error && !calendar && <Skeleton className="h-[32rem]" />}
			{calendar && (
				<div aria-busy={isPlaceholderData} className="transition-opacity aria-busy:opacity-60 aria-busy:delay-300">
					<VisitCalendar
						view={calendar.days.view}
						date={calendar.days.date.toString()}
						today={shown.today.toString()}
						visits={shownVisits}
						blocks={shownBlocks}
						layers={layers}
						timeZone={timeZone}
						onOpen={setOpened}
						onShowDay={showDay}
					/>
				</div>
			)}
			{opened && <CalendarDialog opened={opened} blocks={blocks} onClose={() => setOpened(undefined)} />}
		</>
	);
}
