import { io } from 'socket.io-client';
import { workstationTicket } from '../../../shared/contract/join.ts';
import { workstationNotifications } from '../../../shared/contract/signalling/notifications.ts';
import type { WaitingPeer } from '../../../shared/contract/signalling/peer.ts';
import { memberApi } from '../../lib/memberApi.ts';

interface Listeners {
	onWaiting: (waiting: WaitingPeer[]) => void;
	onLive: (live: boolean) => void;
}

const retryMs = 4_000;

/**
 * Keeps the workstation's socket open and hears the queue over it; every connection shows a fresh ticket.
 * Answers with the way to close it.
 */
export function connectWorkstation({ onWaiting, onLive }: Listeners): () => void {
	let retry: ReturnType<typeof setTimeout> | undefined;
	const socket = io('/workstation', {
		transports: ['websocket'],
		auth: (show) => {
			memberApi.call(workstationTicket).then(
				({ ticket }) => show({ ticket }),
				() => show({}),
			);
		},
	});
	socket.on('connect', () => onLive(true));
	socket.on('disconnect', () => onLive(false));
	socket.on('connect_error', () => {
		onLive(false);
		// A refused ticket ends socket.io's own attempts.
		if (!socket.active) retry = setTimeout(() => socket.connect(), retryMs);
	});
	socket.on('waitingChanged', (data: unknown) => {
		const parsed = workstationNotifications.waitingChanged.safeParse(data);
		if (parsed.success) onWaiting(parsed.data.waiting);
	});
	return () => {
		clearTimeout(retry);
		socket.close();
	};
}
