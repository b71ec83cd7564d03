import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberTicket } from '../../../shared/contract/join.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { supportsFrameEncryption } from './e2ee/supportsFrameEncryption.ts';
import { HostFarewell } from './HostFarewell.tsx';
import { HostPreparation } from './HostPreparation.tsx';
import { createCallMemory } from './session/callMemory.ts';
import type { CallSession } from './session/CallSession.ts';
import { LocalMedia } from './session/LocalMedia.ts';
import { admitOnArrival } from './session/admitOnArrival.ts';
import { openSession, reopenDevices } from './session/openSession.ts';
import { useCallEnd } from './useCallEnd.ts';
import { useStage } from './useStage.tsx';

interface CallPageProps {
	appointmentId: string;
	/** Whom to let in on arrival: the professional pressed *Admit* elsewhere in the workstation. */
	admitAttendeeId: string | null;
}

/**
 * The professional's way: a look at the devices, then into the room. A reload goes back in at once, and so does who
 * came to admit somebody.
 */
export function CallPage({ appointmentId, admitAttendeeId }: CallPageProps) {
	const [media] = useState(() => new LocalMedia(navigator.mediaDevices, localStorage));
	const [memory] = useState(() => createCallMemory(sessionStorage, appointmentId));
	const [session, setSession] = useState<CallSession | null>(null);

	const enter = useCallback(() => {
		const fetchTicket = async () => (await memberApi.call(memberTicket, { params: { appointmentId } })).ticket;
		setSession(openSession(media, memory, fetchTicket));
	}, [media, memory, appointmentId]);

	const prepareAgain = useCallback(() => {
		setSession(null);
		void reopenDevices(media, memory);
	}, [media, memory]);

	useEffect(() => {
		let gone = false;
		const straightIn = (memory.entered() || admitAttendeeId !== null) && supportsFrameEncryption();
		void reopenDevices(media, memory).then(() => {
			if (gone) media.close();
			else if (straightIn) enter();
		});
		return () => {
			gone = true;
			media.close();
		};
	}, [media, memory, admitAttendeeId, enter]);

	useEffect(
		() => (session && admitAttendeeId ? admitOnArrival(session, admitAttendeeId) : undefined),
		[session, admitAttendeeId],
	);

	// Another page of the workstation was opened: that is leaving too.
	useEffect(() => () => void session?.leave(), [session]);

	if (!session) return <HostPreparation media={media} onEnter={enter} />;
	return <Room session={session} appointmentId={appointmentId} onReturn={prepareAgain} />;
}

interface RoomProps {
	session: CallSession;
	appointmentId: string;
	onReturn: () => void;
}

function Room({ session, appointmentId, onReturn }: RoomProps) {
	const { t } = useTranslation('call');
	const { phase, end } = useCallEnd(session);
	const drawStage = useStage();
	if (end) return <HostFarewell appointmentId={appointmentId} end={end} onReturn={onReturn} />;
	if (phase === 'inCall' && drawStage) return drawStage({ session, api: memberApi });
	return (
		<main className="stage bg-stage text-stage-muted grid min-h-dvh place-items-center">
			<p role="status">{t('page.entering')}</p>
		</main>
	);
}
