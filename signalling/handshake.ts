import type { Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import type { SamtalError } from '../shared/contract/errors.ts';
import { parse } from '../shared/contract/result.ts';
import type { ReportFailure } from './failures.ts';

const credentials = z.object({ ticket: z.string().min(1).max(4_096) });

/**
 * Lets only sockets with a valid `auth.ticket` into the namespace. Refused ones get a `connect_error` whose message is
 * the error's code and whose `data` is its body.
 */
export function withTicket<T>(
	namespace: Namespace,
	read: (ticket: string) => T,
	reportFailure: ReportFailure,
	connected: (socket: Socket, ticket: T) => void,
): void {
	const tickets = new WeakMap<Socket, { ticket: T }>();
	namespace.use((socket, next) => {
		try {
			const { ticket } = parse(credentials, socket.handshake.auth, 'auth');
			tickets.set(socket, { ticket: read(ticket) });
			next();
		} catch (error) {
			next(refusal(reportFailure(error, { request: 'handshake' })));
		}
	});
	namespace.on('connection', (socket) => {
		const proven = tickets.get(socket);
		if (proven !== undefined) connected(socket, proven.ticket);
	});
}

/** The form in which socket.io tells a browser why it was not let in. */
export const refusal = (error: SamtalError): Error & { data: unknown } =>
	Object.assign(new Error(error.code), { data: error.toBody() });
