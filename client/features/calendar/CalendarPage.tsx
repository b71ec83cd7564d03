import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { NewVisitDialog } from '../../lib/visits/NewVisitDialog.tsx';
import { periodOf } from '../../lib/visits/period.ts';
import { visitsQuery } from '../../lib/visits/queries.ts';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { LayerMenu } from './LayerMenu.tsx';
import { layersOf, shownVisits } from './layers.ts';
import { useShownDays } from './useShownDays.ts';
import { VisitCalendar } from './VisitCalendar.tsx';

/** The visits by day, week or month. A press on empty time begins a new visit there. */
export default function CalendarPage() {
	const { t } = useTranslation(['calendar', 'visits', 'common']);
	const { timeZone, memberId } = useViewer();
	const now = useNow(60_000);
	const shown = useShownDays(now, timeZone);
	const { from, to } = periodOf(shown.first, shown.length, timeZone);
	const { data: visits, error, refetch } = useQuery(visitsQuery(from, to));
	const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
	const [openId, setOpenId] = useState<string>();
	/** Where a new visit begins: a pressed instant, or `'soon'` from the button. */
	const [adding, setAdding] = useState<string>();
	const opened = visits?.find(({ id }) => id === openId);
	const layers = layersOf(visits ?? [], memberId);

	return (
		<>
			<PageHeader
				title={t('title')}
				actions={
					<Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setAdding('soon')}>
						{t('visits:new.action')}
					</Button>
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
					visits={shownVisits(visits, hidden)}
					layers={layers}
					timeZone={timeZone}
					onOpen={setOpenId}
					onChooseTime={setAdding}
				/>
			)}
			{opened && <VisitSheet visit={opened} onClose={() => setOpenId(undefined)} />}
			{adding !== undefined && (
				<NewVisitDialog startsAt={adding === 'soon' ? undefined : adding} onClose={() => setAdding(undefined)} />
			)}
		</>
	);
}
