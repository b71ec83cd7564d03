import type { types } from 'mediasoup';

/** Tells who speaks, loudest first, whenever that changes; an empty list for silence. */
export function watchSpeakers(
	observer: types.AudioLevelObserver,
	peerOf: (producerId: string) => string | undefined,
	changed: (peerIds: string[]) => void,
): void {
	let last = '';
	const tell = (peerIds: string[]) => {
		const now = peerIds.join();
		if (now === last) return;
		last = now;
		changed(peerIds);
	};
	observer.on('volumes', (volumes) => {
		const peerIds = volumes.map(({ producer }) => peerOf(producer.id));
		tell(peerIds.filter((peerId) => peerId !== undefined));
	});
	observer.on('silence', () => tell([]));
}
