import type { CallStateWriter } from './CallStateWriter.ts';
import type { MediaPath } from './MediaPath.ts';

const readAgainMs = 500;

/** Shows how media travels. The code for reading it is not needed before media flows, and comes then. */
export class ConnectionWatch {
	readonly #writer: CallStateWriter;
	readonly #path: () => MediaPath | undefined;

	constructor(writer: CallStateWriter, path: () => MediaPath | undefined) {
		this.#writer = writer;
		this.#path = path;
	}

	/** Media can flow before the statistics name the way that it takes: then they are read again. */
	async read(): Promise<void> {
		const path = this.#path();
		if (!path) return;
		const { connectionKind } = await import('./statistics.ts');
		const connection = connectionKind(path.mode, await path.transportStats());
		if (path !== this.#path()) return;
		this.#writer.set({ connection });
		if (!connection) setTimeout(() => void this.read(), readAgainMs);
	}
}
