import { SamtalError } from '../shared/contract/errors.ts';
import type { Credentials } from './handshake.ts';
import type { CallBackend, CallTicket } from './ports.ts';
import type { Rooms } from './Rooms.ts';

type Backend = Pick<CallBackend, 'readCallTicket' | 'readPeerRecord' | 'givesTickets'>;

/**
 * Who a socket is of. While the backend can give nobody a ticket, the resume token of a peer who is still kept here is
 * enough to come back: it opens no more than a socket would that had not been lost, and nobody asks again who holds one.
 * @throws SamtalError `UNAUTHENTICATED`; `UNAVAILABLE` for a resume token of which that is not so, now
 */
export async function callTicketOf(
	given: Credentials,
	{ backend, rooms }: { backend: Backend; rooms: Pick<Rooms, 'ticketOf'> },
): Promise<CallTicket> {
	if ('ticket' in given) return backend.readCallTicket(given.ticket);
	const record = backend.readPeerRecord(given.resumeToken);
	const givesTickets = await backend.givesTickets();
	// Now, as the answer may have taken longer than they are kept.
	const ticket = rooms.ticketOf(record);
	if (givesTickets || ticket === undefined) throw new SamtalError('UNAVAILABLE');
	return ticket;
}
