import type { EncryptionState } from '../session/state.ts';

export type LoweredState = Pick<EncryptionState, 'lowered' | 'unencrypted'>;

interface LoweringOptions {
	/** Whether this browser can encrypt frames. */
	able: boolean;
	/** Whether the call was lowered when this page was loaded before. */
	lowered: boolean;
	/** Whether somebody, as far as is known here, is a host. */
	isHost(peerId: string): boolean;
	/** Tells the group; what is lost of it is told again. */
	tell(kind: 'lowered' | 'unencrypted'): void;
	/** Frames are to be let through as they are. */
	lower(): void;
	changed(state: LoweredState): void;
}

/**
 * Whether sound and picture of this call are encrypted from end to end. They are until a host orders otherwise, by a
 * message of the group: the server can neither make one nor change who said it. From then on there is no way back.
 */
export class Lowering {
	readonly #options: LoweringOptions;
	readonly #maySend = Promise.withResolvers<void>();
	/** Who said that theirs is not encrypted, by peer id. */
	readonly #unencrypted = new Set<string>();
	#lowered = false;
	#selfId = '';

	constructor(options: LoweringOptions) {
		this.#options = options;
		if (options.able) this.#maySend.resolve();
		if (options.lowered) this.#lower();
	}

	/** Resolves when this browser may send and show media: at once where it can encrypt, otherwise when that is not asked any more. */
	get maySend(): Promise<void> {
		return this.#maySend.promise;
	}

	/** Who we are in the group. */
	arrive(selfId: string): void {
		this.#selfId = selfId;
		if (!this.#options.able) this.#unencrypted.add(selfId);
		this.#show();
	}

	/** As a host: for everybody, until the call is over. */
	order(): void {
		this.#lower();
		this.tellAgain();
	}

	/** Somebody in the group said so. */
	told(peerId: string, kind: 'lowered' | 'unencrypted'): void {
		this.#unencrypted.add(peerId);
		if (kind === 'lowered' && this.#options.isHost(peerId)) this.#lower();
		this.#show();
	}

	/** After whatever may have cost somebody our word: new keys, or a lost socket. */
	tellAgain(): void {
		if (this.#lowered && this.#options.isHost(this.#selfId)) this.#options.tell('lowered');
		else if (this.#lowered || !this.#options.able) this.#options.tell('unencrypted');
	}

	#lower(): void {
		if (this.#lowered) return;
		this.#lowered = true;
		this.#options.lower();
		this.#maySend.resolve();
		this.#show();
	}

	#show(): void {
		this.#options.changed({ lowered: this.#lowered, unencrypted: [...this.#unencrypted] });
	}
}
