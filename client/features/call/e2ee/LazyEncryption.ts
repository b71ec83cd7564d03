import type { Standing } from '../../../../shared/contract/signalling/requests.ts';
import type { EncryptionState } from '../session/state.ts';
import type { NotificationHandlers } from '../session/SignallingClient.ts';
import type { Arrival, CallEncryption, CallEncryptionOptions, KeyNotification } from './CallEncryption.ts';
import type { PathEnds } from './certificates/CertificateCheck.ts';
import type { FrameProtection } from './FrameCrypto.ts';
import type { GroupMessage } from './group/groupMessage.ts';

/** The call's encryption, whose code comes when it is first needed: so the way to the door stays small. */
export class LazyEncryption {
	readonly #options: CallEncryptionOptions;
	readonly #firstKeys = Promise.withResolvers<void>();
	#loading: Promise<CallEncryption> | undefined;
	#loaded: CallEncryption | undefined;

	constructor(options: CallEncryptionOptions) {
		const changed = (change: Partial<EncryptionState>) => {
			if (change.state === 'on') this.#firstKeys.resolve();
			options.changed(change);
		};
		this.#options = { ...options, changed };
	}

	/** Resolves when there are keys for the first time: nothing can be seen or heard before. */
	get firstKeys(): Promise<void> {
		return this.#firstKeys.promise;
	}

	load(): Promise<CallEncryption> {
		this.#loading ??= import('./CallEncryption.ts').then(
			(code) => (this.#loaded = new code.CallEncryption(this.#options)),
		);
		return this.#loading;
	}

	/** @see CallKeys.standing */
	get standing(): Standing['keys'] {
		return this.#loaded?.standing ?? null;
	}

	/** @see CallEncryption.arrive */
	arrive(arrival: Arrival, callId: string | null): void {
		this.load().then(
			(encryption) => encryption.arrive(arrival, callId),
			() => this.#options.changed({ state: 'broken', code: null, members: [] }),
		);
	}

	get notifications(): Pick<NotificationHandlers, KeyNotification> {
		return {
			keysWanted: (data) => this.#tell(({ keysWanted }) => keysWanted(data)),
			keysFounded: (data) => this.#tell(({ keysFounded }) => keysFounded(data)),
			keysCommitted: (data) => this.#tell(({ keysCommitted }) => keysCommitted(data)),
			keysReached: (data) => this.#tell(({ keysReached }) => keysReached(data)),
			keysWelcome: (data) => this.#tell(({ keysWelcome }) => keysWelcome(data)),
			keysOfferWanted: (data) => this.#tell(({ keysOfferWanted }) => keysOfferWanted(data)),
			sealedReceived: (data) => this.#tell(({ sealedReceived }) => sealedReceived(data)),
		};
	}

	/** @see CallEncryption.send */
	async send(message: GroupMessage): Promise<void> {
		await (await this.load()).send(message);
	}

	/** @see CallEncryption.protection */
	async protection(): Promise<FrameProtection> {
		return (await this.load()).protection();
	}

	/** @see CallEncryption.lower */
	async lower(): Promise<void> {
		(await this.load()).lower();
	}

	/** @see CallEncryption.pathStands */
	pathStands(ends: PathEnds | null): void {
		this.#loading?.then((encryption) => encryption.pathStands(ends)).catch(() => undefined);
	}

	close(): void {
		this.#loading?.then((encryption) => encryption.close()).catch(() => undefined);
	}

	#tell(say: (notifications: CallEncryption['notifications']) => void): void {
		this.#loading?.then(({ notifications }) => say(notifications)).catch(() => undefined);
	}
}
