import type { CallStateWriter } from './CallStateWriter.ts';
import type { MediaPath } from './MediaPath.ts';
import type { ConnectionKind } from './state.ts';
import type { ReceptionStats } from './statistics.ts';

const readAgainMs = 500;

/** For support: what arrives, and how. */
export interface CallStats {
	connection: ConnectionKind | null;
	receptions: ReceptionStats[];
}

/** What the statistics of the present path say. Their code is not needed before media flows, and comes then. */
export class CallStatistics {
	readonly #writer: CallStateWriter;
	readonly #path: () => MediaPath | undefined;

	constructor(writer: CallStateWriter, path: () => MediaPath | undefined) {
		this.#writer = writer;
		this.#path = path;
	}

	/** Shows how media travels; it can flow before the statistics name the way that it takes. */
	async showConnection(): Promise<void> {
		const path = this.#path();
		if (!path) return;
		const { connectionKind } = await import('./statistics.ts');
		const connection = connectionKind(path.mode, await path.transportStats());
		if (path !== this.#path()) return;
		this.#writer.set({ connection });
		if (!connection) setTimeout(() => void this.showConnection(), readAgainMs);
	}

	async read(): Promise<CallStats> {
		const { readReception } = await import('./statistics.ts');
		const { peers, connection } = this.#writer.state;
		const receptions = (this.#path()?.receptions() ?? []).flatMap((reception) => {
			// On the direct path there is only one other.
			const peerId = reception.peerId ?? peers[0]?.peerId;
			return peerId ? [readReception(reception, peerId)] : [];
		});
		return { connection, receptions: await Promise.all(receptions) };
	}
}
