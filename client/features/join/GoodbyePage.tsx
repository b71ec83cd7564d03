import { CalendarClock } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { listNextVisits, type NextVisit, type Visit } from '../../../shared/contract/join.ts';
import type { Api } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import type { CallEnd } from '../call/session/state.ts';
import { importStage } from '../call/useStage.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { Screen } from './Screen.tsx';
import { useVisitTime } from './useVisitTime.ts';

type Payments = (props: Pick<GoodbyePageProps, 'api' | 'visit'>) => ReactNode;

/** By way of the call's own code, which is there by now. A farewell without it is still a farewell. */
const PaymentsAfterCall = lazy((): Promise<{ default: Payments }> =>
	importStage()
		.then(({ loadPaymentsAfterCall }) => loadPaymentsAfterCall())
		.catch(() => ({ default: () => null })),
);

interface GoodbyePageProps {
	visit: Visit;
	api: Api;
	end: CallEnd;
	onReturn: () => void;
}

/** The end: thank you, or why it ended, with the way back where there is one. */
export function GoodbyePage({ visit, api, end, onReturn }: GoodbyePageProps) {
	const { t } = useTranslation('join');
	const errorText = useErrorText();
	const next = useNextVisit(api, visit);
	// Their place in a group was cancelled meanwhile.
	if (end.reason === 'failed' && end.code === 'VISIT_CANCELLED')
		return <ProblemPage error={new SamtalError(end.code)} onRetry={onReturn} />;
	const text = end.reason === 'failed' ? errorText(new SamtalError(end.code)) : t(`over.${end.reason}.text`);
	const mayReturn = end.reason !== 'ended' && end.reason !== 'removed';
	return (
		<Screen clinic={visit.clinic.name} title={t(`over.${end.reason}.title`)}>
			<p className="text-title">{text}</p>
			<Suspense fallback={null}>
				<PaymentsAfterCall api={api} visit={visit} />
			</Suspense>
			{next && <NextVisitCard visit={visit} next={next} />}
			{mayReturn && (
				<button type="button" className={buttonStyle('secondary', 'large')} onClick={onReturn}>
					{t('over.return')}
				</button>
			)}
		</Screen>
	);
}

function NextVisitCard({ visit, next }: { visit: Visit; next: NextVisit }) {
	const { t } = useTranslation('join');
	const when = useVisitTime({ startsAt: next.startsAt, clinic: visit.clinic });
	return (
		<section className="bg-surface border-line rounded-box flex gap-3 border p-5">
			<CalendarClock aria-hidden className="text-accent mt-0.5 size-6 shrink-0" />
			<div>
				<h2 className="text-muted text-small font-semibold">{t('over.next')}</h2>
				<p className="text-title font-semibold">{when.text}</p>
				<p>{t('over.with', { name: next.professionalName, service: next.serviceName })}</p>
			</div>
		</section>
	);
}

/** The client's next planned visit; a farewell without it is still a farewell, so a failure shows nothing. */
function useNextVisit(api: Api, visit: Visit): NextVisit | null {
	const [next, setNext] = useState<NextVisit | null>(null);
	useEffect(() => {
		api.call(listNextVisits).then(
			({ visits }) => setNext(visits[0] ?? null),
			() => undefined,
		);
	}, [api, visit]);
	return next;
}
