import type { Prisma } from '../../server/adapters/prisma/generated/client.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoVisit } from './visits.ts';

interface DemoMeasures extends Required<Pick<Report, 'roundTripMs' | 'lostPerMille' | 'connection'>> {
	/** Of a thousand seconds of the call, and what they came from. */
	fair: number;
	poor: number;
	network: number;
	device: number;
	sender: number;
}
type Report = Prisma.CallQualityCreateManyInput;

const steady: DemoMeasures = {
	...{ fair: 15, poor: 0, network: 15, device: 0, sender: 0 },
	...{ roundTripMs: 31, lostPerMille: 1, connection: 'DIRECT' },
};
const clients: DemoMeasures[] = [
	{ ...steady, roundTripMs: 38, lostPerMille: 2 },
	{
		...steady,
		fair: 120,
		poor: 30,
		network: 140,
		device: 10,
		roundTripMs: 92,
		lostPerMille: 17,
		connection: 'RELAYED',
	},
	{ ...steady, roundTripMs: 24 },
	{ ...steady, fair: 180, poor: 260, network: 60, device: 380, roundTripMs: 55, lostPerMille: 9 },
	{ ...steady, fair: 90, poor: 10, network: 20, sender: 80, roundTripMs: 44, lostPerMille: 4 },
];

/** How the calls of the visits that are over were: mostly good, as they are. */
export async function writeCallQuality(
	tx: Queryable,
	{ newId }: Ambient,
	clinic: { id: string; members: readonly { id: string; name: string }[] },
	visits: readonly DemoVisit[],
): Promise<void> {
	const over = visits.filter(({ status }) => status === 'DONE');
	await tx.callQuality.createMany({
		data: over.flatMap((visit, index) => {
			const host = clinic.members.find(({ id }) => id === visit.professionalId);
			const { attendeeId, client } = visit;
			return [
				{
					...reportOf(clinic.id, visit, steady),
					peerId: newId(),
					memberId: visit.professionalId,
					name: host?.name ?? '',
				},
				{
					...reportOf(clinic.id, visit, clients[index % clients.length] ?? steady),
					...{ peerId: newId(), attendeeId, name: client.name },
				},
			];
		}),
	});
}

function reportOf(clinicId: string, visit: DemoVisit, measured: DemoMeasures) {
	const length = visit.service.durationMinutes * 60;
	const seconds = (perMille: number) => Math.round((length * perMille) / 1_000);
	const { fair, poor, network, device, sender, ...figures } = measured;
	return {
		...{ clinicId, appointmentId: visit.id, page: 1, updatedAt: visit.endsAt },
		...{ goodSeconds: seconds(1_000 - fair - poor), fairSeconds: seconds(fair), poorSeconds: seconds(poor) },
		...{ networkSeconds: seconds(network), deviceSeconds: seconds(device), senderSeconds: seconds(sender) },
		...figures,
	} satisfies Omit<Report, 'peerId' | 'name'>;
}
