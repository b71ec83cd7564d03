import { useQuery } from '@tanstack/react-query';
import { CalendarOff, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { NewVisitDialog } from '../../lib/visits/NewVisitDialog.tsx';
import { instantOf, periodOf } from '../../lib/visits/period.ts';
import { visitsQuery } from '../../lib/visits/queries.ts';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { Button } from '../../ui/Button.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BlockDialog } from './BlockDialog.tsx';
import { BlockList } from './BlockList.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { TimeGrid } from './TimeGrid.tsx';
import { useShownDays } from './useShownDays.ts';

/** The professional's visits by week or day. A press on empty time begins a new visit there. */
export default function CalendarPage() {
	const { t } = useTranslation(['calendar', 'visits', 'common']);
	const { timeZone } = useViewer();
	const now = useNow(60_000);
	const shown = useShownDays(now, timeZone);
	const { from, to } = periodOf(shown.first, shown.days.length, timeZone);
	const { data: visits, error, refetch } = useQuery(visitsQuery(from, to));
	const [openId, setOpenId] = useState<string>();
	/** Where a new visit begins: a pressed instant, or `'soon'` from the button. */
	const [adding, setAdding] = useState<string>();
	const [blocking, setBlocking] = useState(false);
	const opened = visits?.find(({ id }) => id === openId);

	return (
		<>
			<PageHeader
				title={t('title')}
				actions={
					<>
						<Button icon={<CalendarOff aria-hidden />} onPress={() => setBlocking(true)}>
							{t('block.action')}
						</Button>
						<Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setAdding('soon')}>
							{t('visits:new.action')}
						</Button>
					</>
				}
			/>
			<CalendarBar shown={shown} />
			{error && !visits && (
				<FormError error={error} action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>} />
			)}
			{!error && !visits && <Skeleton className="h-[32rem]" />}
			{visits && (
				<TimeGrid
					days={shown.days}
					visits={visits}
					now={now}
					timeZone={timeZone}
					onOpen={setOpenId}
					onPressTime={(date, time) => setAdding(instantOf(date.toString(), time, timeZone) ?? 'soon')}
				/>
			)}
			<BlockList from={from} to={to} />
			{blocking && <BlockDialog date={shown.first.toString()} onClose={() => setBlocking(false)} />}
			{opened && <VisitSheet visit={opened} onClose={() => setOpenId(undefined)} />}
			{adding !== undefined && (
				<NewVisitDialog startsAt={adding === 'soon' ? undefined : adding} onClose={() => setAdding(undefined)} />
			)}
		</>
	);
}
