import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { AppointmentStatus } from '../../../adapters/prisma/generated/client.ts';
import { startTestBackend, type TestBackend } from '../../../testing/backend.ts';
import type { TestBrowser } from '../../../testing/browser.ts';
import { createClinic, signedIn } from '../../../testing/clinic.ts';
import type { Currency } from '../../../../shared/contract/scalars.ts';

interface Scene {
	backend: TestBackend;
	clinic: Awaited<ReturnType<typeof createClinic>>;
	/** A professional's, who has the visits unless a test says otherwise. */
	browser: TestBrowser;
	professionalId: string;
	write: (given: Pick<GivenVisit, 'startsAt'> & Partial<GivenVisit>) => Promise<string>;
}

/** A backend for the tests of the calling file, and for each a clinic of its own. */
export function setScene(): Scene {
	const scene = {
		write: (given) => writeVisit(scene.backend.db, { ...scene.clinic, professionalId: scene.professionalId, ...given }),
	} as Scene;
	beforeAll(async () => {
		scene.backend = await startTestBackend();
	});
	beforeEach(async () => {
		scene.clinic = await createClinic(scene.backend.db);
		const { browser, memberId } = await signedIn(scene.backend, scene.clinic.clinicId);
		Object.assign(scene, { browser, professionalId: memberId });
	});
	afterAll(() => scene.backend.close());
	return scene;
}

interface GivenVisit {
	clinicId: string;
	professionalId: string;
	serviceId: string;
	officeId: string;
	/** Who comes; the clinic's client without it. */
	client?: { name: string; email?: string; phone?: string };
	startsAt: string;
	status?: AppointmentStatus;
	amountMinor?: number;
	currency?: Currency;
	receivedMinor?: number;
}

/** A visit of an hour, written straight into the database: many states take long to come about. Its id. */
async function writeVisit(db: Database, given: GivenVisit): Promise<string> {
	const { clinicId, professionalId, serviceId, officeId, client = { name: 'Jón Demo' } } = given;
	const { status = 'PLANNED', amountMinor = 19_500, currency = 'ISK', receivedMinor = 0 } = given;
	const [id, attendeeId, clientId] = [randomUUID(), randomUUID(), randomUUID()];
	const startsAt = new Date(given.startsAt);
	const endsAt = new Date(startsAt.getTime() + 3_600_000);
	const createdAt = new Date(0);
	const times = { startsAt, endsAt, status };
	const price = { amountMinor, currency };
	await db.client.create({ data: { id: clientId, clinicId, ...client, locale: 'en', createdAt } });
	await db.appointment.create({
		data: {
			...{ id, clinicId, professionalId, serviceId, officeId, ...times, ...price, createdAt, note: 'secret note' },
			...(status === 'CANCELLED' && { cancelReason: 'NO_SHOW' as const, cancelledAt: createdAt }),
		},
	});
	const person = { kind: 'CLIENT' as const, name: client.name };
	await db.attendee.create({
		data: { id: attendeeId, clinicId, appointmentId: id, clientId, ...times, ...person },
	});
	if (receivedMinor > 0) {
		const of = { clinicId, appointmentId: id, attendeeId, requestedById: professionalId };
		const payment = { currency, amountMinor: receivedMinor + 40, description: 'Session', requestedAt: createdAt };
		await db.payment.createMany({
			data: [
				{ id: randomUUID(), ...of, ...payment, refundedMinor: 40, status: 'RECEIVED', receivedAt: createdAt },
				{ id: randomUUID(), ...of, ...payment, status: 'FAILED' },
			],
		});
	}
	return id;
}
