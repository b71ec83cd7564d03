import type { Database } from '../../adapters/prisma/database.ts';

export interface VisitProgress {
	/** The first attendee was admitted. A visit that was done goes on when its people meet again. */
	callStarted(appointmentId: string): Promise<void>;
	/** The host ended the call for all. */
	callEnded(appointmentId: string): Promise<void>;
}

/** A visit's status follows its call; a cancelled visit stays cancelled. */
export const createVisitProgress = (db: Database): VisitProgress => ({
	async callStarted(id) {
		await db.appointment.updateMany({
			where: { id, status: { in: ['PLANNED', 'DONE'] } },
			data: { status: 'IN_PROGRESS' },
		});
	},
	async callEnded(id) {
		await db.appointment.updateMany({ where: { id, status: 'IN_PROGRESS' }, data: { status: 'DONE' } });
	},
});
