import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { SamtalError, type ErrorCode } from '../../shared/contract/errors.ts';
import { parse, resultSchema } from '../../shared/contract/result.ts';
import {
	callNotifications,
	type CallNotification,
	type CallNotificationName,
} from '../../shared/contract/signalling/notifications.ts';
import {
	callRequests,
	type CallRequestInput,
	type CallRequestName,
	type CallResponse,
} from '../../shared/contract/signalling/requests.ts';

/** @see callTicketOf */
type Credentials = { ticket: string } | { resumeToken: string };

interface Heard {
	name: string;
	data: unknown;
}

const responses: { [N in CallRequestName]: { response: z.ZodType<CallResponse<N>> } } = callRequests;
const notifications: { [N in CallNotificationName]: z.ZodType<CallNotification<N>> } = callNotifications;

/** A browser's end of the call's socket, which parses what the server says as browsers do. */
export class CallClient {
	readonly socket: Socket;
	readonly #heard: Heard[] = [];
	readonly #waiters = new Set<() => void>();

	static async connect(url: string, auth: Credentials): Promise<CallClient> {
		const client = new CallClient(url, auth);
		await new Promise<void>((resolve, reject) => {
			client.socket.once('connect', resolve);
			client.socket.once('connect_error', reject);
		});
		return client;
	}

	private constructor(url: string, auth: Credentials) {
		this.socket = io(`${url}/call`, {
			auth,
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
		});
		this.socket.onAny((name: string, data: unknown) => {
			this.#heard.push({ name, data });
			for (const waiter of this.#waiters) waiter();
		});
	}

	/** Names of the notifications that came and were not taken by `next`, oldest first. */
	get heard(): string[] {
		return this.#heard.map(({ name }) => name);
	}

	/** The answer's data. @throws SamtalError as the server answered. */
	async ask<N extends CallRequestName>(name: N, data: CallRequestInput<N>): Promise<CallResponse<N>> {
		const result = parse(resultSchema(z.unknown()), await this.raw(name, data), 'answer');
		if (!result.ok) throw SamtalError.fromBody(result.error);
		return parse(responses[name].response, result.data, 'answer.data');
	}

	/** The code of the error with which anything at all is answered; undefined when it is not an error. */
	async refusal(event: string, ...data: unknown[]): Promise<ErrorCode | undefined> {
		const result = parse(resultSchema(z.unknown()), await this.raw(event, ...data), 'answer');
		return result.ok ? undefined : result.error.code;
	}

	raw(event: string, ...data: unknown[]): Promise<unknown> {
		return this.socket.timeout(4_000).emitWithAck(event, ...data);
	}

	/** Takes the oldest notification of this kind, or waits for one. */
	async next<N extends CallNotificationName>(name: N): Promise<CallNotification<N>> {
		for (;;) {
			const at = this.#heard.findIndex((heard) => heard.name === name);
			const [found] = at < 0 ? [] : this.#heard.splice(at, 1);
			if (found !== undefined) return parse(notifications[name], found.data, name);
			const { promise, resolve } = Promise.withResolvers<void>();
			this.#waiters.add(resolve);
			await promise;
			this.#waiters.delete(resolve);
		}
	}

	/** Comes back when the server has sent all that it had for this socket; asks for what is refused. */
	async settled(): Promise<void> {
		await this.raw('nothingOfThatName', {});
	}

	/** The connection breaks, without a word to the server's room. */
	drop(): void {
		this.socket.io.engine.close();
	}

	async disconnected(): Promise<void> {
		if (this.socket.connected) await new Promise((resolve) => this.socket.once('disconnect', resolve));
	}

	close(): void {
		this.socket.disconnect();
	}
}
