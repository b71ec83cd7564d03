import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Visit } from '../../../shared/contract/join.ts';
import type { Api } from '../../lib/api.ts';
import type { CallSession } from '../call/session/CallSession.ts';
import type { CallEnd } from '../call/session/state.ts';
import { WaitingStep } from './WaitingStep.tsx';

const loadStage = () => import('../call/stage/CallStage.tsx');
const CallStage = lazy(loadStage);

interface RoomStepProps {
	visit: Visit;
	api: Api;
	session: CallSession;
	onOver: (end: CallEnd) => void;
}

/** At the door and in the call. While waiting, everything that the call needs comes in. */
export function RoomStep({ visit, api, session, onOver }: RoomStepProps) {
	const { i18n } = useTranslation('join');
	const phase = useStore(session.store, (state) => state.phase);
	const end = useStore(session.store, (state) => state.end);
	useEffect(() => {
		void loadStage();
		void i18n.loadNamespaces(['call', 'tools']);
	}, [i18n]);
	useEffect(() => {
		if (end) onOver(end);
	}, [end, onOver]);
	const waiting = <WaitingStep visit={visit} session={session} />;
	if (phase !== 'inCall') return waiting;
	return (
		<Suspense fallback={waiting}>
			<CallStage session={session} api={api} />
		</Suspense>
	);
}
