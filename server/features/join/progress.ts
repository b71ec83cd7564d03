import type { Database } from '../../adapters/prisma/database.ts';

export interface VisitProgress {
	/** The first attendee was admitted. A visit that was done goes on when its people meet again. */
	callStarted(appointmentId: string): Promise<void>;
	/** The host ended the call for all. */
	callEnded(appointmentId: string): Promise<void>;
	/** The host sent this attendee away: what let them in before lets them in no more. */
	attendeeRemoved(attendeeId: string): Promise<void>;
	/** Whether an attendee who was let in then has not been sent away since, still comes, and the visit still goes on. */
	isStillAdmitted(attendeeId: string, admittedAt: Date): Promise<boolean>;
}

/** A visit's status follows its call; a cancelled visit stays cancelled. */
export const createVisitProgress = (db: Database, now: () => Date): VisitProgress => ({
	async callStarted(id) {
		await db.appointment.updateMany({
			where: { id, status: { in: ['PLANNED', 'DONE'] } },
			data: { status: 'IN_PROGRESS' },
		});
	},
	async callEnded(id) {
		await db.appointment.updateMany({ where: { id, status: 'IN_PROGRESS' }, data: { status: 'DONE' } });
	},
	async attendeeRemoved(id) {
		await db.attendee.updateMany({ where: { id }, data: { removedAt: now() } });
	},
	async isStillAdmitted(id, admittedAt) {
		const attendee = await db.attendee.findFirst({
			where: {
				id,
				OR: [{ removedAt: null }, { removedAt: { lt: admittedAt } }],
				cancelledAt: null,
				appointment: { status: { notIn: ['DONE', 'CANCELLED'] } },
			},
			select: { id: true },
		});
		return attendee !== null;
	},
});
