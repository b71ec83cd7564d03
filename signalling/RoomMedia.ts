import { SamtalError } from '../shared/contract/errors.ts';
import type { CallNotification, CallNotificationName } from '../shared/contract/signalling/notifications.ts';
import type { CallResponse } from '../shared/contract/signalling/requests.ts';
import type { LayersWanted, MediaRoom, MediaServer } from './ports.ts';

interface Listeners {
	notify<N extends CallNotificationName>(peerId: string, name: N, data: CallNotification<N>): void;
	activeSpeakers(peerIds: string[]): void;
	died(): void;
}

/** One stretch of a call over the media server, from the switch to `sfu` until the next change of path. */
interface Stretch {
	readonly room: Promise<MediaRoom>;
	/** Set once the media server has made it. */
	ready?: MediaRoom;
	/** Who has opened media, and so hears of producers. */
	readonly peers: Set<string>;
	readonly closedProducers: string[];
}

/** A room's part at the media server: there only while the call runs over it. */
export class RoomMedia {
	readonly #server: MediaServer;
	readonly #listeners: Listeners;
	#stretch: Stretch | undefined;

	constructor(server: MediaServer, listeners: Listeners) {
		this.#server = server;
		this.#listeners = listeners;
	}

	/** Begins to make the media room, so that it is there when the peers ask for it. */
	start(): void {
		this.#started().room.catch(() => undefined);
	}

	stop(): void {
		this.#stretch?.ready?.close();
		this.#stretch = undefined;
	}

	/** `assertCurrent` is asked after every wait whether this still makes sense, and throws when it does not. */
	async openPeer(peerId: string, assertCurrent: () => void): Promise<CallResponse<'openMedia'>> {
		const stretch = this.#started();
		const room = await stretch.room;
		assertCurrent();
		stretch.peers.delete(peerId);
		const opened = await room.openPeer(peerId);
		try {
			assertCurrent();
		} catch (error) {
			room.closePeer(peerId);
			throw error;
		}
		stretch.peers.add(peerId);
		return { ...opened, producers: room.producersFor(peerId) };
	}

	/** @throws SamtalError `WRONG_STATE` before `openPeer`. */
	openedFor(peerId: string): MediaRoom {
		const stretch = this.#stretch;
		if (stretch?.ready === undefined || !stretch.peers.has(peerId)) throw new SamtalError('WRONG_STATE');
		return stretch.ready;
	}

	closePeer(peerId: string): void {
		this.#stretch?.peers.delete(peerId);
		this.#stretch?.ready?.closePeer(peerId);
	}

	/** Tells somebody who was away which producers are there by now, which are not any more, and what is wanted of theirs. */
	catchUp(peerId: string): void {
		const stretch = this.#stretch;
		if (stretch?.ready === undefined || !stretch.peers.has(peerId)) return;
		for (const producerId of stretch.closedProducers) this.#listeners.notify(peerId, 'producerClosed', { producerId });
		for (const producer of stretch.ready.producersFor(peerId)) {
			this.#listeners.notify(peerId, 'producerAdded', { producer });
		}
		for (const wanted of stretch.ready.layersWantedFrom(peerId)) this.#tellLayers(wanted);
	}

	#started(): Stretch {
		if (this.#stretch !== undefined) return this.#stretch;
		const stretch: Stretch = { room: this.#server.createRoom(), peers: new Set(), closedProducers: [] };
		this.#stretch = stretch;
		stretch.room.then(
			(room) => this.#made(stretch, room),
			() => this.#failed(stretch),
		);
		return stretch;
	}

	#made(stretch: Stretch, room: MediaRoom): void {
		if (this.#stretch !== stretch) return room.close();
		stretch.ready = room;
		room.on('producerAdded', (producer) => this.#tell(stretch, producer.peerId, 'producerAdded', { producer }));
		room.on('producerChanged', (producer) => this.#tell(stretch, producer.peerId, 'producerChanged', { producer }));
		room.on('producerClosed', ({ producerId, peerId }) => {
			stretch.closedProducers.push(producerId);
			this.#tell(stretch, peerId, 'producerClosed', { producerId });
		});
		room.on('layersWanted', (wanted) => this.#tellLayers(wanted));
		room.on('activeSpeakers', (peerIds) => this.#listeners.activeSpeakers(peerIds));
		room.on('died', () => {
			if (this.#stretch !== stretch) return;
			this.#stretch = undefined;
			this.#listeners.died();
		});
	}

	/** The next who asks starts a new try. */
	#failed(stretch: Stretch): void {
		if (this.#stretch === stretch) this.#stretch = undefined;
	}

	#tellLayers({ peerId, ...wanted }: LayersWanted): void {
		this.#listeners.notify(peerId, 'layersWanted', wanted);
	}

	#tell<N extends CallNotificationName>(
		stretch: Stretch,
		producerOf: string,
		name: N,
		data: CallNotification<N>,
	): void {
		for (const peerId of stretch.peers) if (peerId !== producerOf) this.#listeners.notify(peerId, name, data);
	}
}
