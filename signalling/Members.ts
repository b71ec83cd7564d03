import type { CallNotification, CallNotificationName } from '../shared/contract/signalling/notifications.ts';
import type { Peer } from './Peer.ts';

/** The admitted peers of a room, in the order in which they came in. */
export class Members {
	readonly #peers = new Map<string, Peer>();

	get size(): number {
		return this.#peers.size;
	}

	get all(): Peer[] {
		return [...this.#peers.values()];
	}

	get(peerId: string): Peer | undefined {
		return this.#peers.get(peerId);
	}

	has(peer: Peer): boolean {
		return this.#peers.get(peer.peerId) === peer;
	}

	othersThan(peer: Peer): Peer[] {
		return this.all.filter((other) => other !== peer);
	}

	add(peer: Peer): void {
		this.#peers.set(peer.peerId, peer);
	}

	delete(peer: Peer): boolean {
		return this.#peers.delete(peer.peerId);
	}

	broadcast<N extends CallNotificationName>(name: N, data: CallNotification<N>, except?: Peer): void {
		for (const peer of this.#peers.values()) if (peer !== except) peer.notify(name, data);
	}
}
