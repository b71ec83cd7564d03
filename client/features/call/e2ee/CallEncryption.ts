import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { KeySuite } from '../../../../shared/contract/signalling/keys.ts';
import type { NotificationHandlers } from '../session/SignallingClient.ts';
import type { Standing } from '../../../../shared/contract/signalling/requests.ts';
import type { EncryptionState } from '../session/state.ts';
import type { CallKeys, CallKeysOptions } from './CallKeys.ts';
import { CertificateCheck, type PathEnds } from './certificates/CertificateCheck.ts';
import { FrameCrypto, noFrameCrypto, type CallFrames, type FrameProtection } from './FrameCrypto.ts';
import { groupChange, type GroupChange } from './groupChange.ts';
import type { GroupMessage } from './group/groupMessage.ts';
import type { Identity } from './group/identity.ts';
import { Lowering, type LoweredState } from './Lowering.ts';
import { supportsFrameEncryption } from './supportsFrameEncryption.ts';

/** Without keys after this, something does not work. */
const startWithinMs = 15_000;

export interface CallEncryptionOptions extends Pick<CallKeysOptions, 'request' | 'knows'> {
	changed(change: Partial<EncryptionState>): void;
	isHost(peerId: string): boolean;
	/** Whether the call's encryption was lowered when this page was loaded before. */
	lowered: boolean;
	/** Somebody wrote to everybody in the call. */
	chat(from: Identity, text: string): void;
}

export type KeyNotification =
	| 'keysWanted'
	| 'keysFounded'
	| 'keysCommitted'
	| 'keysReached'
	| 'keysWelcome'
	| 'keysOfferWanted'
	| 'sealedReceived';

type Keys = Omit<EncryptionState, 'route' | 'suite' | keyof LoweredState>;

/** Who we are in the call, and what its keys are made of. */
export interface Arrival extends Identity {
	suite: KeySuite;
}

const none = { code: null, members: [] };
const keptChanges = 5;

/** The encryption of one person's part in a call: the frames, and the group that their keys come from. */
export class CallEncryption {
	/** What every sender and receiver of media is protected with. */
	readonly frames: CallFrames;
	readonly #lowering: Lowering;
	readonly #options: CallEncryptionOptions;
	readonly #certificates: CertificateCheck;
	#keys: { peerId: string; keys: Promise<CallKeys>; loaded?: CallKeys } | undefined;
	#members: EncryptionState['members'] = [];
	/** Oldest first. */
	#changes: readonly GroupChange[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#on = false;
	#failed = false;

	constructor(options: CallEncryptionOptions) {
		this.#options = options;
		// Every browser that encrypts frames in a worker can ask for a key frame there.
		const able = supportsFrameEncryption();
		this.frames = able
			? new FrameCrypto({ keyFrameNeeded: () => undefined, failed: () => this.#fail() })
			: noFrameCrypto;
		this.#lowering = new Lowering({
			...{ able, lowered: options.lowered, isHost: options.isHost, changed: options.changed },
			lower: () => this.frames.lower(),
			tell: (kind) => void this.send({ kind }).catch(() => undefined),
		});
		this.#certificates = new CertificateCheck({
			// What is lost of it is told again with the next keys, or with the next socket.
			tell: (certificates) => void this.send({ kind: 'certificates', ...certificates }).catch(() => undefined),
			changed: (route) => options.changed({ route }),
		});
	}

	/**
	 * At the door, in the call, or back with a new socket.
	 * @param callId the call's id, once we are in
	 */
	arrive({ suite, ...identity }: Arrival, callId: string | null): void {
		if (this.#keys?.peerId !== identity.peerId) {
			this.#leave();
			const joining = { peerId: identity.peerId, keys: this.#join(identity, suite) };
			this.#keys = joining;
			joining.keys.then((loaded) => Object.assign(joining, { loaded })).catch(() => undefined);
			this.#options.changed({ suite });
			this.#lowering.arrive(identity.peerId);
		}
		if (callId !== null && !this.#on) this.#expectKeys();
		this.#keys.keys.then(
			(keys) => {
				keys.arrive(callId);
				this.#tellAgain();
			},
			() => this.#fail(),
		);
	}

	/** @see CallKeys.standing */
	get standing(): Standing['keys'] {
		return this.#keys?.loaded?.standing ?? null;
	}

	readonly notifications: Pick<NotificationHandlers, KeyNotification> = {
		keysWanted: (data) => this.#tell((keys) => keys.wanted(data)),
		keysFounded: (data) => this.#tell((keys) => keys.founded(data)),
		keysCommitted: (data) => this.#tell((keys) => keys.committed(data)),
		keysReached: (data) => this.#tell((keys) => keys.reached(data)),
		keysWelcome: (data) => this.#tell((keys) => keys.welcomed(data)),
		keysOfferWanted: () => this.#tell((keys) => keys.offerWanted()),
		sealedReceived: (data) => this.#tell((keys) => keys.sealedReceived(data)),
	};

	/** Tells everybody else in the group. @throws SamtalError `KEYS_MISSING`, or as the server answered. */
	async send(message: GroupMessage): Promise<void> {
		const keys = await this.#keys?.keys;
		if (!keys) throw new SamtalError('KEYS_MISSING');
		await keys.send(message);
	}

	/** What media is protected with, as soon as there may be any. */
	async protection(): Promise<FrameProtection> {
		await this.#lowering.maySend;
		return this.frames;
	}

	/** As a host: nobody's media is encrypted from end to end any more, until the call is over. */
	lower(): void {
		this.#lowering.order();
	}

	/** Where the direct path begins and ends, whenever that is told anew; null when media takes another way. */
	pathStands(ends: PathEnds | null): void {
		this.#certificates.stand(ends);
	}

	/** Ends it for good: nothing is sent or shown any more. */
	close(): void {
		this.#leave();
		this.#certificates.close();
		this.frames.close();
	}

	async #join(identity: Identity, suite: KeySuite): Promise<CallKeys> {
		const keysModule = await import('./CallKeys.ts');
		const keys: CallKeys = new keysModule.CallKeys({
			identity,
			suite,
			request: this.#options.request,
			knows: this.#options.knows,
			frames: this.frames,
			now: () => performance.now(),
			failed: reportError,
			changed: ({ members, code }) => {
				if (this.#keys?.peerId !== identity.peerId) return;
				if (members.length === 0) return this.#expectKeys();
				const change = groupChange(this.#members, members, new Date().toISOString());
				this.#members = members;
				this.#changes = [...this.#changes, change].slice(-keptChanges);
				this.#show({ state: 'on', code, members, changes: this.#changes });
				this.#tellAgain();
			},
			received: (from, message) => {
				if (message.kind === 'chat') this.#options.chat(from, message.text);
				else if (message.kind === 'certificates') this.#certificates.told(from.peerId, message);
				else this.#lowering.told(from.peerId, message.kind);
			},
		});
		return keys;
	}

	/** Another peer from now on: nobody knows the one before, nor its place in the group. */
	#leave(): void {
		this.#keys?.keys.then(
			(keys) => keys.close(),
			() => undefined,
		);
		this.#keys = undefined;
		this.#members = [];
		this.frames.forget();
		this.#on = false;
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	#tellAgain(): void {
		this.#certificates.tellAgain();
		this.#lowering.tellAgain();
	}

	#tell(say: (keys: CallKeys) => void): void {
		this.#keys?.keys.then(say).catch(reportError);
	}

	#expectKeys(): void {
		if (this.#timer !== undefined) return;
		this.#show({ state: 'starting', ...none });
		this.#timer = setTimeout(() => this.#show({ state: 'broken', ...none }), startWithinMs);
	}

	/** Without its code or its worker no frame passes any more. */
	#fail(): void {
		this.#failed = true;
		this.#show({ state: 'broken', ...none });
	}

	#show(state: Omit<Keys, 'changes'> & Partial<Pick<Keys, 'changes'>>): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#on = state.state === 'on';
		this.#options.changed(this.#failed ? { ...state, state: 'broken' } : state);
	}
}
