import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { attendeeTicket, getVisit, type Visit } from '../../../shared/contract/join.ts';
import { isUnreachable, type Api } from '../../lib/api.ts';
import { tryAgainMs } from '../../lib/tryAgain.ts';
import { createCallMemory } from '../call/session/callMemory.ts';
import type { CallSession } from '../call/session/CallSession.ts';
import type { LocalMedia } from '../call/session/LocalMedia.ts';
import { openSession, reopenDevices } from '../call/session/openSession.ts';
import type { CallEnd } from '../call/session/state.ts';
import { DeviceStep } from './DeviceStep.tsx';
import { GoodbyePage } from './GoodbyePage.tsx';
import { PaymentStep } from './PaymentStep.tsx';
import { NameStep } from './NameStep.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { RoomStep } from './RoomStep.tsx';
import { Screen } from './Screen.tsx';
import { VisitStep } from './VisitStep.tsx';

type Place =
	| { at: 'loading' }
	/** `failures`: how often in a row, as far as it is tried again. */
	| { at: 'problem'; error: unknown; failures: number }
	| { at: 'visit' | 'devices' | 'name' | 'payment'; visit: Visit }
	| { at: 'room'; visit: Visit; session: CallSession }
	| { at: 'over'; visit: Visit; end: CallEnd };

/** The client's way: link, devices, name and terms, payment where it comes first, waiting room, call, farewell. */
export function JoinApp({ api, media }: { api: Api; media: LocalMedia }) {
	const { t } = useTranslation('join');
	const [place, setPlace] = useState<Place>({ at: 'loading' });

	const enter = useCallback(
		(visit: Visit, firstTicket: string | null): Place => {
			let ticket = firstTicket;
			const fetchTicket = async () => {
				const ready = ticket ?? (await api.call(attendeeTicket)).ticket;
				ticket = null;
				return ready;
			};
			const memory = createCallMemory(sessionStorage, visit.appointmentId);
			return { at: 'room', visit, session: openSession(media, memory, fetchTicket) };
		},
		[api, media],
	);

	const load = useCallback(
		async (failures: number): Promise<Place> => {
			try {
				const visit = await api.call(getVisit);
				if (visit.ended) throw new SamtalError('CALL_ENDED');
				const memory = createCallMemory(sessionStorage, visit.appointmentId);
				if (!memory.entered()) return { at: 'visit', visit };
				await reopenDevices(media, memory);
				return enter(visit, null);
			} catch (error) {
				return { at: 'problem', error, failures: failures + 1 };
			}
		},
		[api, media, enter],
	);

	useEffect(() => void load(0).then(setPlace), [load]);

	useEffect(() => {
		if (place.at !== 'problem' || !isUnreachable(place.error)) return undefined;
		const again = () => void load(place.failures).then(setPlace);
		const timer = setTimeout(again, tryAgainMs(place.failures));
		return () => clearTimeout(timer);
	}, [place, load]);

	const loadAgain = () => {
		setPlace({ at: 'loading' });
		void load(0).then(setPlace);
	};

	switch (place.at) {
		case 'loading':
			return <Screen title={t('visit.loading')} />;
		case 'problem':
			return <ProblemPage error={place.error} onRetry={loadAgain} />;
		case 'visit':
			return <VisitStep visit={place.visit} onNext={() => setPlace({ at: 'devices', visit: place.visit })} />;
		case 'devices':
			return (
				<DeviceStep visit={place.visit} media={media} onNext={() => setPlace({ at: 'name', visit: place.visit })} />
			);
		case 'name':
			return (
				<NameStep
					visit={place.visit}
					api={api}
					onEntered={(ticket) => setPlace(enter(place.visit, ticket))}
					onMustPay={() => setPlace({ at: 'payment', visit: place.visit })}
				/>
			);
		case 'payment':
			return <PaymentStep visit={place.visit} api={api} onEntered={(ticket) => setPlace(enter(place.visit, ticket))} />;
		case 'room':
			return (
				<RoomStep
					visit={place.visit}
					api={api}
					session={place.session}
					onOver={(end) => setPlace({ at: 'over', visit: place.visit, end })}
				/>
			);
		case 'over':
			return <GoodbyePage visit={place.visit} api={api} end={place.end} onReturn={loadAgain} />;
	}
}
