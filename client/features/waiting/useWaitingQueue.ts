import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingPeer } from '../../../shared/contract/signalling/peer.ts';
import { announce } from '../../ui/announce.ts';
import { chime } from './chime.ts';
import { connectWorkstation } from './connectWorkstation.ts';
import { notifyDesktop } from './desktopNotification.ts';
import { arrivals, byArrival, useWaiting } from './waitingStore.ts';

/** Keeps the queue live while the workstation is open, and tells of everybody who arrives. Once per page. */
export function useWaitingQueue(): void {
	const { t } = useTranslation('waiting');

	const receive = useEffectEvent((waiting: WaitingPeer[]) => {
		const { waiting: before } = useWaiting.getState();
		const arrived = arrivals(before, waiting);
		useWaiting.setState({ waiting: byArrival(waiting) });
		if (arrived.length > 0) chime();
		for (const { name, attendeeId } of arrived) {
			announce(t('arrived', { name }), 'assertive');
			notifyDesktop(t('arrived', { name }), t('arrivedText'), attendeeId);
		}
	});

	useEffect(() => {
		const close = connectWorkstation({
			onWaiting: (waiting) => receive(waiting),
			onLive: (live) => useWaiting.setState({ live }),
		});
		return () => {
			close();
			useWaiting.setState({ waiting: [], live: false });
		};
	}, []);
}
