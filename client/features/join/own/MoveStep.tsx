import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOwnFreeTimes, moveOwnVisit, type OwnVisit } from '../../../../shared/contract/ownVisit.ts';
import type { ResponseOf } from '../../../../shared/contract/route.ts';
import type { Api } from '../../../lib/api.ts';
import { createFormat } from '../../../lib/format.ts';
import { toLocale } from '../../../lib/locale.ts';
import { useErrorText } from '../../../lib/useErrorText.ts';
import { buttonStyle } from '../../../ui/buttonStyle.ts';
import { Screen } from '../Screen.tsx';

const DAYS = 14;

interface MoveStepProps {
	visit: OwnVisit;
	api: Api;
	onBack: () => void;
	onMoved: (visit: OwnVisit) => void;
}

type Days = ResponseOf<typeof listOwnFreeTimes>['days'];

/** The professional's free times, two weeks at a time; one is chosen, then taken. By the clock of the client's device. */
export function MoveStep({ visit, api, onBack, onMoved }: MoveStepProps) {
	const { t, i18n } = useTranslation(['ownVisit', 'common']);
	const errorText = useErrorText();
	const format = createFormat(toLocale(i18n.language), Temporal.Now.timeZoneId());
	const [fortnight, setFortnight] = useState(0);
	const [loaded, setLoaded] = useState<{ fortnight: number; days: Days }>();
	const [chosen, setChosen] = useState<string>();
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>(null);

	useEffect(() => {
		const aborter = new AbortController();
		const from = Temporal.Now.plainDateISO(visit.clinic.timeZone).add({ days: fortnight * DAYS });
		api
			.call(listOwnFreeTimes, { query: { from: from.toString(), days: DAYS } }, { signal: aborter.signal })
			.then(({ days }) => setLoaded({ fortnight, days }))
			.catch((failure: unknown) => !aborter.signal.aborted && setError(failure));
		return () => aborter.abort();
	}, [api, visit.clinic.timeZone, fortnight, busy]);

	const move = async (startsAt: string) => {
		setBusy(true);
		setError(null);
		try {
			onMoved(await api.call(moveOwnVisit, { body: { startsAt } }));
		} catch (failure) {
			// Somebody was quicker: the times are read again.
			setError(failure);
			setChosen(undefined);
			setBusy(false);
		}
	};

	const days = loaded?.fortnight === fortnight ? loaded.days : undefined;
	const open = days?.filter(({ startTimes }) => startTimes.length > 0) ?? [];
	return (
		<Screen clinic={visit.clinic.name} title={t('chooseTime')}>
			{error !== null && (
				<p role="alert" className="text-danger font-medium">
					{errorText(error)}
				</p>
			)}
			{days === undefined && error === null && <p className="text-muted">{t('common:state.loading')}</p>}
			{days !== undefined && open.length === 0 && <p className="text-muted">{t('noTimes')}</p>}
			{open.map(({ date, startTimes }) => (
				<section key={date} className="flex flex-col gap-2">
					<h2 className="font-semibold">{format.date(startTimes[0] ?? '', 'day')}</h2>
					<div className="flex flex-wrap gap-2">
						{startTimes.map((startsAt) => (
							<button
								key={startsAt}
								type="button"
								aria-pressed={startsAt === chosen}
								className={`rounded-inner min-h-11 border px-4 font-medium tabular-nums ${
									startsAt === chosen ? 'border-accent bg-accent-soft text-accent' : 'border-line'
								}`}
								onClick={() => setChosen(startsAt)}
							>
								{format.time(startsAt)}
							</button>
						))}
					</div>
				</section>
			))}
			<div className="flex gap-3">
				{fortnight > 0 && (
					<button type="button" className={buttonStyle('secondary')} onClick={() => setFortnight(fortnight - 1)}>
						{t('earlier')}
					</button>
				)}
				<button type="button" className={buttonStyle('secondary')} onClick={() => setFortnight(fortnight + 1)}>
					{t('later')}
				</button>
			</div>
			{chosen !== undefined && (
				<button
					type="button"
					className={buttonStyle('primary', 'large')}
					disabled={busy}
					onClick={() => void move(chosen)}
				>
					{t('moveTo', { when: format.dateTime(chosen) })}
				</button>
			)}
			<button type="button" className={buttonStyle('secondary', 'large')} onClick={onBack}>
				{t('common:actions.back')}
			</button>
		</Screen>
	);
}
