import { Activity, useEffect } from 'react';
import type { Visit } from '../../../shared/contract/join.ts';
import type { Api } from '../../lib/api.ts';
import type { CallSession } from '../call/session/CallSession.ts';
import type { CallEnd } from '../call/session/state.ts';
import { useCallEnd } from '../call/useCallEnd.ts';
import { useStage } from '../call/useStage.tsx';
import { WaitingStep } from './WaitingStep.tsx';

interface RoomStepProps {
	visit: Visit;
	api: Api;
	session: CallSession;
	onOver: (end: CallEnd) => void;
}

/** At the door and in the call. While waiting, everything that the call needs comes in. */
export function RoomStep({ visit, api, session, onOver }: RoomStepProps) {
	const { phase, end } = useCallEnd(session);
	const drawStage = useStage();
	useEffect(() => {
		if (end) onOver(end);
	}, [end, onOver]);
	const inCall = phase === 'inCall' && drawStage !== null;
	return (
		<>
			{!inCall && <WaitingStep visit={visit} session={session} />}
			{drawStage && (
				// Drawn while there is time, so that after *Admit* the first picture does not wait for it.
				<Activity mode={inCall ? 'visible' : 'hidden'}>{drawStage({ session, api })}</Activity>
			)}
		</>
	);
}
