import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { errorSchema, SamtalError } from '../../../../shared/contract/errors.ts';
import { parse, resultSchema } from '../../../../shared/contract/result.ts';
import {
	callNotifications,
	type CallNotification,
	type CallNotificationName,
} from '../../../../shared/contract/signalling/notifications.ts';
import {
	callRequests,
	type CallRequestInput,
	type CallRequestName,
	type CallResponse,
} from '../../../../shared/contract/signalling/requests.ts';

const requestTimeoutMs = 10_000;
const retryMs = 2_000;

/** What is refused for one of these may be had a moment later, here or from the server's successor. */
const passing: ReadonlySet<string> = new Set(['NETWORK', 'TIMEOUT', 'UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL']);
export const isPassing = ({ code }: Pick<SamtalError, 'code'>): boolean => passing.has(code);

const envelope = resultSchema(z.unknown());
const refusal = z.object({ data: errorSchema });

export type NotificationHandlers = { [N in CallNotificationName]: (data: CallNotification<N>) => void };

interface SignallingOptions {
	/** Gets a fresh ticket; asked before each connection, because a ticket lives two minutes. */
	fetchTicket: () => Promise<string>;
	/** Of an earlier time in the call: where nobody can have a ticket it may be enough. */
	resumeToken: () => string | null;
	notifications: NotificationHandlers;
	/** The socket stands, for the first time or again: now `join`. */
	onConnected: () => void;
	onDisconnected: () => void;
	/** No way on: the ticket was refused for good. */
	onRefused: (error: SamtalError) => void;
}

/** The call's socket: typed requests that are answered or fail within 10 s, and parsed notifications. */
export class SignallingClient {
	readonly #options: SignallingOptions;
	readonly #socket: Socket;
	#closed = false;

	constructor(options: SignallingOptions) {
		this.#options = options;
		this.#socket = io('/call', {
			autoConnect: false,
			// WebSocket first saves the round trips of an upgrade; polling is for proxies that forbid it.
			transports: ['websocket', 'polling'],
			tryAllTransports: true,
			// A group has no media without it. Each waits half more or less, so that not all meet a new server at once.
			reconnectionDelay: 300,
			reconnectionDelayMax: 1_000,
			auth: (give) => void this.#credentials().then((credentials) => credentials && give(credentials)),
		});
		this.#socket.on('connect', options.onConnected);
		this.#socket.on('disconnect', (reason) => this.#handleDisconnect(reason));
		this.#socket.on('connect_error', (error) => this.#handleConnectError(error));
		this.#socket.onAny((name: string, data: unknown) => this.#handleNotification(name, data));
	}

	connect(): void {
		this.#socket.connect();
	}

	/** Tries again in a moment, with a new socket: it may lead to another server. */
	reconnectSoon(): void {
		setTimeout(() => {
			if (!this.#closed) this.#socket.disconnect().connect();
		}, retryMs);
	}

	/** @throws SamtalError the server's, `TIMEOUT` after 10 s, or `NETWORK` when there is no socket. */
	async request<N extends CallRequestName>(name: N, data: CallRequestInput<N>): Promise<CallResponse<N>> {
		if (!this.#socket.connected) throw new SamtalError('NETWORK');
		const answer = parse(envelope, await this.#emit(name, data), name);
		if (!answer.ok) throw SamtalError.fromBody(answer.error);
		// The name's own schema was applied; TypeScript does not follow a generic through the catalogue.
		return parse(callRequests[name].response, answer.data, name) as CallResponse<N>;
	}

	close(): void {
		this.#closed = true;
		this.#socket.offAny();
		this.#socket.removeAllListeners();
		this.#socket.disconnect();
	}

	async #emit(name: string, data: unknown): Promise<unknown> {
		try {
			return await this.#socket.timeout(requestTimeoutMs).emitWithAck(name, data);
		} catch (cause) {
			throw new SamtalError(this.#socket.connected ? 'TIMEOUT' : 'NETWORK', {}, { cause });
		}
	}

	/**
	 * A ticket, tried until it is had, or the token of an earlier time when the server can give none; `null` when the call
	 * was left or the refusal is final.
	 */
	async #credentials(): Promise<{ ticket: string } | { resumeToken: string } | null> {
		while (!this.#closed) {
			try {
				return { ticket: await this.#options.fetchTicket() };
			} catch (error) {
				const failure = error instanceof SamtalError ? error : new SamtalError('INTERNAL', {}, { cause: error });
				if (!isPassing(failure)) {
					this.#options.onRefused(failure);
					return null;
				}
				const resumeToken = this.#options.resumeToken();
				if (failure.code === 'UNAVAILABLE' && resumeToken !== null) return { resumeToken };
				await new Promise((resolve) => setTimeout(resolve, retryMs));
			}
		}
		return null;
	}

	#handleNotification(name: string, data: unknown): void {
		if (!isNotification(name)) return;
		this.#dispatch(name, data);
	}

	#dispatch<N extends CallNotificationName>(name: N, data: unknown): void {
		const parsed = callNotifications[name].safeParse(data);
		if (!parsed.success) {
			// Nothing was lost that a person did; it must not pass unseen either.
			reportError(new SamtalError('UNKNOWN_EVENT', {}, { cause: parsed.error }));
			return;
		}
		const handle: NotificationHandlers[N] = this.#options.notifications[name];
		handle(parsed.data as CallNotification<N>);
	}

	#handleDisconnect(reason: string): void {
		this.#options.onDisconnected();
		// NOTE: after a disconnect by the server socket.io does not try again by itself.
		if (reason === 'io server disconnect' && !this.#closed) this.#socket.connect();
	}

	#handleConnectError(error: Error): void {
		const refused = refusal.safeParse(error);
		if (!refused.success || isPassing(refused.data.data)) {
			// socket.io retries by itself when the transport failed, not when the server's middleware refused.
			if (!this.#socket.active) this.reconnectSoon();
			return;
		}
		this.#options.onRefused(SamtalError.fromBody(refused.data.data));
	}
}

const isNotification = (name: string): name is CallNotificationName => Object.hasOwn(callNotifications, name);
