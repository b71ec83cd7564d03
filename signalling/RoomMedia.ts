import { SamtalError } from '../shared/contract/errors.ts';
import type { CallNotification, CallNotificationName } from '../shared/contract/signalling/notifications.ts';
import type { CallResponse } from '../shared/contract/signalling/requests.ts';
import type { LayersWanted, MediaRoom, MediaServer, Schedule } from './ports.ts';

interface Listeners {
	notify<N extends CallNotificationName>(peerId: string, name: N, data: CallNotification<N>): void;
	activeSpeakers(peerIds: string[]): void;
	died(): void;
}

/** How long media goes on after another path was ordered, at most: browsers leave as soon as that one carries it. */
const retiredMs = 20_000;

/** One stretch of a call over the media server, from the switch to `sfu` until the next change of path. */
interface Stretch {
	readonly room: Promise<MediaRoom>;
	/** Set once the media server has made it. */
	ready?: MediaRoom;
	/** Who has opened media, at the door or in the room. */
	readonly peers: Set<string>;
	readonly closedProducers: string[];
}

/** A room's part at the media server: there only while the call runs over it. */
export class RoomMedia {
	readonly #server: MediaServer;
	readonly #listeners: Listeners;
	readonly #schedule: Schedule;
	#stretch: Stretch | undefined;
	#retired: { stretch: Stretch; keep: () => void } | undefined;

	constructor(server: MediaServer, schedule: Schedule, listeners: Listeners) {
		this.#server = server;
		this.#schedule = schedule;
		this.#listeners = listeners;
	}

	/** Begins to make the media room, so that it is there when the peers ask for it. */
	start(): void {
		this.#started().room.catch(() => undefined);
	}

	/** Takes no more requests; what flows goes on for a while, until the next path carries it. */
	retire(): void {
		this.#closeRetired();
		const stretch = this.#stretch;
		if (stretch === undefined) return;
		this.#stretch = undefined;
		this.#retired = { stretch, keep: this.#schedule(retiredMs, () => this.#closeRetired()) };
	}

	stop(): void {
		this.#closeRetired();
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
		return opened;
	}

	/** @throws SamtalError `WRONG_STATE` before `openPeer`. */
	openedFor(peerId: string): MediaRoom {
		const stretch = this.#stretch;
		if (stretch?.ready === undefined || !stretch.peers.has(peerId)) throw new SamtalError('WRONG_STATE');
		return stretch.ready;
	}

	/** The peer takes part from now on, if it has made its media ready. */
	letIn(peerId: string): void {
		const stretch = this.#stretch;
		// What fails here is the worker's end, which is told by `died`.
		if (stretch?.peers.has(peerId)) stretch.ready?.letIn(peerId).catch(() => undefined);
	}

	closePeer(peerId: string): void {
		this.#stretch?.peers.delete(peerId);
		this.#stretch?.ready?.closePeer(peerId);
		this.#retired?.stretch.ready?.closePeer(peerId);
	}

	/** Tells somebody who was away what there is to receive by now, what is not any more, and what is wanted of theirs. */
	catchUp(peerId: string): void {
		const stretch = this.#stretch;
		if (stretch?.ready === undefined || !stretch.peers.has(peerId)) return;
		for (const producerId of stretch.closedProducers) this.#listeners.notify(peerId, 'producerClosed', { producerId });
		this.#listeners.notify(peerId, 'consumersAdded', { consumers: stretch.ready.consumersOf(peerId) });
		for (const wanted of stretch.ready.layersWantedFrom(peerId)) this.#tellLayers(wanted);
	}

	#closeRetired(): void {
		this.#retired?.keep();
		this.#retired?.stretch.ready?.close();
		this.#retired = undefined;
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
		room.on('consumersAdded', ({ peerId, consumers }) => {
			this.#listeners.notify(peerId, 'consumersAdded', { consumers });
		});
		room.on('producerClosed', ({ producerId, peerId: owner }) => {
			stretch.closedProducers.push(producerId);
			for (const peerId of stretch.peers) {
				if (peerId !== owner) this.#listeners.notify(peerId, 'producerClosed', { producerId });
			}
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
}
