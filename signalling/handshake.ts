import type { Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import { errorBody } from '../shared/contract/errorTable.ts';
import type { SamtalError } from '../shared/contract/errors.ts';
import { parse } from '../shared/contract/result.ts';
import type { ReportFailure } from './failures.ts';

const token = z.string().min(1).max(4_096);
/** What a socket comes with: a ticket, or what proves an earlier part in the call. */
const credentials = z.union([z.object({ ticket: token }), z.object({ resumeToken: token })]);
export type Credentials = z.infer<typeof credentials>;

/**
 * Lets only sockets into the namespace whose `auth` is good. Refused ones get a `connect_error` whose message is
 * the error's code and whose `data` is its body.
 */
export function withTicket<T>(
	namespace: Namespace,
	read: (given: Credentials) => T | Promise<T>,
	reportFailure: ReportFailure,
	connected: (socket: Socket, ticket: T) => void,
): void {
	const tickets = new WeakMap<Socket, { ticket: T }>();
	const admit = async (socket: Socket) => {
		tickets.set(socket, { ticket: await read(parse(credentials, socket.handshake.auth, 'auth')) });
	};
	namespace.use((socket, next) => {
		admit(socket).then(
			() => next(),
			(error: unknown) => next(refusal(reportFailure(error, { request: 'handshake' }))),
		);
	});
	namespace.on('connection', (socket) => {
		const proven = tickets.get(socket);
		if (proven !== undefined) connected(socket, proven.ticket);
	});
}

/** The form in which socket.io tells a browser why it was not let in. */
export const refusal = (error: SamtalError): Error & { data: unknown } =>
	Object.assign(new Error(error.code), { data: errorBody(error) });
