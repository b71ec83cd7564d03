import { useQuery } from '@tanstack/react-query';
import { CalendarOff, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { periodOf } from '../../lib/visits/period.ts';
import { blocksQuery, visitsQuery } from '../../lib/visits/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { CalendarDialog, type Opened } from './CalendarDialog.tsx';
import { LayerMenu } from './LayerMenu.tsx';
import { layersOf, shownIn } from './layers.ts';
import { useShownDays } from './useShownDays.ts';
import { VisitCalendar } from './VisitCalendar.tsx';

/** Visits and blocks by day, week or month. A press on empty time begins a new visit there; a drawn visit moves. */
export default function CalendarPage() {
	const { t } = useTranslation(['calendar', 'visits', 'common']);
	const { timeZone, memberId } = useViewer();
	const now = useNow(60_000);
	const shown = useShownDays(now, timeZone);
	const { from, to } = periodOf(shown.first, shown.length, timeZone);
	const { data: visits, error, refetch } = useQuery(visitsQuery(from, to));
	const { data: blocks = [] } = useQuery(blocksQuery(from, to));
	const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
	const [opened, setOpened] = useState<Opened>();
	const layers = layersOf(visits ?? [], memberId);

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
			<CalendarBar shown={shown}>
				<LayerMenu layers={layers} hidden={hidden} onChange={setHidden} />
			</CalendarBar>
			{error && !visits && (
				<FormError error={error} action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>} />
			)}
			{!error && !visits && <Skeleton className="h-[32rem]" />}
			{visits && (
				<VisitCalendar
					shown={shown}
					visits={shownIn(visits, hidden)}
					blocks={shownIn(blocks, hidden)}
					layers={layers}
					timeZone={timeZone}
					onOpen={(id) => setOpened({ kind: 'visit', id })}
					onOpenBlock={(id) => setOpened({ kind: 'block', id })}
					onMove={(id, span) =>
						setOpened({ kind: blocks.some((block) => block.id === id) ? 'block' : 'move', id, to: span })
					}
					onChooseTime={(startsAt) => setOpened({ kind: 'newVisit', startsAt })}
				/>
			)}
			{opened && (
				<CalendarDialog opened={opened} visits={visits ?? []} blocks={blocks} onClose={() => setOpened(undefined)} />
			)}
		</>
	);
}
