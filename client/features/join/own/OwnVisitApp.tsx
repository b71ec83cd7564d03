import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getOwnVisit, type OwnVisit } from '../../../../shared/contract/ownVisit.ts';
import type { Money } from '../../../../shared/contract/scalars.ts';
import type { Api } from '../../../lib/api.ts';
import { ProblemPage } from '../ProblemPage.tsx';
import { Screen } from '../Screen.tsx';
import { CancelledPage } from './CancelledPage.tsx';
import { CancelStep } from './CancelStep.tsx';
import { MoveStep } from './MoveStep.tsx';
import { ShownVisit } from './ShownVisit.tsx';

type Place =
	| { at: 'loading' }
	| { at: 'problem'; error: unknown }
	| { at: 'cancelled'; visit: OwnVisit; fee: Money | null }
	| { at: 'visit' | 'cancel' | 'move' | 'moved'; visit: OwnVisit };

/** Where the link of the confirmation leads: the visit, and the ways to cancel or to move it. Opening it changes nothing. */
export function OwnVisitApp({ api }: { api: Api }) {
	const { t } = useTranslation(['join', 'ownVisit']);
	const [place, setPlace] = useState<Place>({ at: 'loading' });
	const load = useCallback(
		(): Promise<Place> =>
			api.call(getOwnVisit).then(
				(visit): Place => ({ at: 'visit', visit }),
				(error: unknown): Place => ({ at: 'problem', error }),
			),
		[api],
	);
	useEffect(() => void load().then(setPlace), [load]);

	if (place.at === 'loading') return <Screen title={t('visit.loading')} />;
	if (place.at === 'problem') return <ProblemPage error={place.error} onRetry={() => void load().then(setPlace)} />;
	const { at, visit } = place;
	const goTo = (next: 'visit' | 'cancel' | 'move') => setPlace({ at: next, visit });
	switch (at) {
		case 'cancel':
			return (
				<CancelStep
					visit={visit}
					api={api}
					onBack={() => goTo('visit')}
					onCancelled={(fee) => setPlace({ at: 'cancelled', visit, fee })}
					onStale={() => void load().then((now) => setPlace(now.at === 'visit' ? { ...now, at: 'cancel' } : now))}
				/>
			);
		case 'move':
			return (
				<MoveStep
					visit={visit}
					api={api}
					onBack={() => goTo('visit')}
					onMoved={(moved) => setPlace({ at: 'moved', visit: moved })}
				/>
			);
		case 'cancelled':
			return <CancelledPage visit={visit} fee={place.fee} />;
		default:
			return (
				<ShownVisit
					visit={visit}
					title={at === 'moved' ? t('ownVisit:moved') : t('ownVisit:title', { name: visit.professionalName })}
					onMove={() => goTo('move')}
					onCancel={() => goTo('cancel')}
				/>
			);
	}
}
