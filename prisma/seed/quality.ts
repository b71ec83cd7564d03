import type { Prisma } from '../../server/adapters/prisma/generated/client.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoVisit } from './visits.ts';

type Report = Prisma.CallQualityCreateManyInput;

/** Seconds of a thousand of the call that were fair or poor, and what they came from; means; how media went. */
interface Measured extends Required<Pick<Report, 'roundTripMs' | 'lostPerMille' | 'connection'>> {
	seconds: { fair: number; poor: number; network: number; device: number; sender: number };
}

const good = { fair: 15, poor: 0, network: 15, device: 0, sender: 0 };
const unsteady = { fair: 120, poor: 30, network: 140, device: 10, sender: 0 };
const overloaded = { fair: 180, poor: 260, network: 60, device: 380, sender: 0 };

const ofHost: Measured = { seconds: good, roundTripMs: 31, lostPerMille: 1, connection: 'DIRECT' };
const ofClients: Measured[] = [
	{ seconds: good, roundTripMs: 38, lostPerMille: 2, connection: 'DIRECT' },
	{ seconds: unsteady, roundTripMs: 92, lostPerMille: 17, connection: 'RELAYED' },
	{ seconds: good, roundTripMs: 24, lostPerMille: 1, connection: 'DIRECT' },
	{ seconds: overloaded, roundTripMs: 55, lostPerMille: 9, connection: 'DIRECT' },
];

/** How the calls of the visits that are over were, for the professional and for the client. */
export async function writeCallQuality(
	tx: Queryable,
	{ newId }: Ambient,
	clinic: { id: string; members: readonly { id: string; name: string }[] },
	visits: readonly DemoVisit[],
): Promise<void> {
	const names = new Map(clinic.members.map(({ id, name }) => [id, name]));
	const reports = visits
		.filter(({ status, office }) => status === 'DONE' && office.kind === 'VIDEO')
		.flatMap((visit, index) => {
			const { professionalId: memberId, attendeeId, client } = visit;
			const ofClient = ofClients[index % ofClients.length] ?? ofHost;
			return [
				{ ...reportOf(visit, ofHost), memberId, name: names.get(memberId) ?? '' },
				{ ...reportOf(visit, ofClient), attendeeId, name: client.name },
			];
		});
	await tx.callQuality.createMany({
		data: reports.map((report) => ({ ...report, clinicId: clinic.id, peerId: newId(), page: 1 })),
	});
}

function reportOf({ id, service, endsAt }: DemoVisit, { seconds, ...means }: Measured) {
	const { fair, poor, network, device, sender } = seconds;
	const share = (perMille: number) => Math.round((service.durationMinutes * 60 * perMille) / 1_000);
	return {
		...{ goodSeconds: share(1_000 - fair - poor), fairSeconds: share(fair), poorSeconds: share(poor) },
		...{ networkSeconds: share(network), deviceSeconds: share(device), senderSeconds: share(sender) },
		...{ ...means, appointmentId: id, updatedAt: endsAt },
	};
}
