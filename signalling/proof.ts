import type { Standing } from '../shared/contract/signalling/requests.ts';
import { personOf } from './Peer.ts';
import type { CallBackend, CallTicket, PeerRecord } from './ports.ts';

/** No call's path changes as often as this between two resume tokens. */
const mostPathChanges = 10_000;

/** What somebody has shown of their part in this call, and whether they are still let in for it. */
export interface Proof {
	record: PeerRecord;
	isStillAdmitted: boolean;
}

type Backend = Pick<CallBackend, 'readPeerRecord' | 'isStillAdmitted'>;

/**
 * Reads a resume token. One that is forged, expired or somebody else's proves nothing, and is no failure either:
 * whoever shows it comes as somebody new. Only for a peer that is not `here` the backend is asked.
 */
export async function readProof(
	ticket: CallTicket,
	token: string,
	backend: Backend,
	here: (record: PeerRecord) => boolean,
): Promise<Proof | undefined> {
	const record = readRecord(token, backend);
	if (record?.appointmentId !== ticket.appointmentId || record.person !== personOf(ticket)) return undefined;
	if (ticket.role === 'host' || here(record)) return { record, isStillAdmitted: true };
	const { admittedAt } = record;
	const isStillAdmitted =
		admittedAt !== null && (await backend.isStillAdmitted(ticket.attendeeId, new Date(admittedAt)));
	return { record, isStillAdmitted };
}

/** Whether what a page says of the call's path can be: nobody may use up the epochs. */
export const isPlausible = ({ topology }: Standing, { pathEpoch }: PeerRecord): boolean =>
	topology.epoch <= pathEpoch + mostPathChanges;

function readRecord(token: string, backend: Backend): PeerRecord | undefined {
	try {
		return backend.readPeerRecord(token);
	} catch {
		return undefined;
	}
}
