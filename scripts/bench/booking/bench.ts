import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { hashPassword } from '../../../server/adapters/password.ts';
import type { Database } from '../../../server/adapters/prisma/database.ts';
import { startBackend } from '../application.ts';

export interface Professional {
	id: string;
	/** Who comes to them: nobody can be at two visits at one time. */
	clientId: string;
	/** The session, as the browser would send it. */
	cookie: string;
}

export interface Bench extends AsyncDisposable {
	origin: string;
	databaseUrl: string;
	/** The clinic's rows that every booking names. */
	clinic: { clinicId: string; serviceId: string; officeId: string; minutes: number };
	professionals: Professional[];
}

const password = 'only for this run';

/** Starts the application on a database in a temporary folder, with `people` professionals signed in. */
export async function openBench(people: number): Promise<Bench> {
	await using opening = new AsyncDisposableStack();
	const { origin, databaseUrl, db } = await startBackend(opening);

	const clinic = await findClinic(db);
	const emails = await addProfessionals(db, clinic.clinicId, people);
	const clientIds = await addClients(db, clinic.clinicId, people);
	const professionals = await Promise.all(
		emails.map(async (email, nth) => ({ ...(await signIn(origin, email)), clientId: clientIds[nth] ?? '' })),
	);
	const open = opening.move();
	return {
		...{ origin, databaseUrl, clinic, professionals },
		[Symbol.asyncDispose]: () => open.disposeAsync(),
	};
}

async function findClinic(db: Database): Promise<Bench['clinic']> {
	const [service, office] = await Promise.all([
		db.service.findFirstOrThrow({ orderBy: { durationMinutes: 'asc' } }),
		db.office.findFirstOrThrow({ where: { kind: 'VIDEO' } }),
	]);
	const { clinicId, id: serviceId, durationMinutes: minutes } = service;
	return { clinicId, serviceId, officeId: office.id, minutes };
}

async function addProfessionals(db: Database, clinicId: string, people: number): Promise<string[]> {
	const passwordHash = await hashPassword(password);
	const members = Array.from({ length: people }, (_, index) => ({
		...{ id: randomUUID(), clinicId, passwordHash, name: 'Bench Demo', role: 'PROFESSIONAL' as const },
		...{ email: `bench-${index}@example.com`, locale: 'en', timeZone: 'UTC' },
	}));
	await db.member.createMany({ data: members });
	return members.map(({ email }) => email);
}

async function addClients(db: Database, clinicId: string, people: number): Promise<string[]> {
	const clients = Array.from({ length: people }, (_, index) => ({
		...{ id: randomUUID(), clinicId, name: 'Bench Demo', email: `client-${index}@example.com` },
		...{ locale: 'en', createdAt: new Date() },
	}));
	await db.client.createMany({ data: clients });
	return clients.map(({ id }) => id);
}

async function signIn(origin: string, email: string): Promise<Omit<Professional, 'clientId'>> {
	const response = await fetch(`${origin}/api/auth/sign-in`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ email, password }),
	});
	const { data } = z.object({ data: z.object({ memberId: z.uuid() }) }).parse(await response.json());
	const cookie = response.headers.getSetCookie().map((header) => header.split(';')[0] ?? '');
	return { id: data.memberId, cookie: cookie.join('; ') };
}
