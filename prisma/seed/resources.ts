import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoClinic } from './clinic.ts';

/** Rooms and devices, and who has them: each professional one room at the office, the second one the camera by video. */
export async function writeResources(tx: Queryable, clinic: DemoClinic, { newId }: Ambient): Promise<void> {
	const { id: clinicId, members, offices } = clinic;
	const officeId = offices.find(({ kind }) => kind === 'PHYSICAL')?.id ?? null;
	const professionals = members.filter(({ role }) => role === 'PROFESSIONAL');
	const rooms = professionals.map(({ id: memberId }, nth) => ({ id: newId(), memberId, name: `Room ${nth + 1}` }));
	const camera = { id: newId(), memberId: professionals[1]?.id, name: 'Document camera' };
	await tx.resource.createMany({
		data: [
			...rooms.map(({ id, name }) => ({ id, clinicId, officeId, name, kind: 'ROOM' as const })),
			{ id: camera.id, clinicId, officeId: null, name: camera.name, kind: 'EQUIPMENT' },
		],
	});
	const taken = [
		...rooms.map((room) => ({ ...room, office: 'PHYSICAL' as const })),
		{ ...camera, office: 'VIDEO' as const },
	];
	for (const { id: resourceId, memberId: professionalId = '', office } of taken) {
		const visits = await tx.appointment.findMany({ where: { clinicId, professionalId, office: { kind: office } } });
		await tx.appointmentResource.createMany({
			data: visits.map(({ id: appointmentId, startsAt, endsAt, status }) => ({
				...{ clinicId, appointmentId, startsAt, endsAt, status, resourceId },
			})),
		});
	}
}
