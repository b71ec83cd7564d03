import { randomUUID } from 'node:crypto';
import { signIn } from '../../shared/contract/auth.ts';
import type { Role } from '../../shared/contract/session.ts';
import { hashPassword } from '../adapters/password.ts';
import type { Database } from '../adapters/prisma/database.ts';
import type { TestBackend } from './backend.ts';
import { TestBrowser } from './browser.ts';

export const password = 'right horse';
const passwordHash = hashPassword(password);

/** A clinic with a video office, a 50-minute service and one client; ids only. */
export async function createClinic(db: Database, timeZone = 'Atlantic/Reykjavik') {
	const [clinicId, officeId, serviceId, clientId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
	const terms = { termsVersion: '1', termsText: 'Terms' };
	await db.clinic.create({ data: { id: clinicId, name: 'Clinic', timeZone, currency: 'ISK', locale: 'en', ...terms } });
	await db.office.create({ data: { id: officeId, clinicId, name: 'Video', kind: 'VIDEO' } });
	const price = { amountMinor: 19_500, currency: 'ISK' as const };
	await db.service.create({ data: { id: serviceId, clinicId, name: 'Session', durationMinutes: 50, ...price } });
	await db.serviceOffice.create({ data: { clinicId, serviceId, officeId } });
	const person = { name: 'Jón Demo', email: 'jon@example.com', phone: '+354 555 0101', locale: 'is' };
	await db.client.create({ data: { id: clientId, clinicId, ...person, createdAt: new Date(0) } });
	return { clinicId, officeId, serviceId, clientId };
}

/** Somebody who works at the clinic and can sign in with `password`. */
export async function createMember(db: Database, clinicId: string, role: Role = 'PROFESSIONAL') {
	const id = randomUUID();
	const email = `${id}@example.com`;
	const account = { email, passwordHash: await passwordHash, locale: 'en', timeZone: 'Atlantic/Reykjavik' };
	await db.member.create({ data: { id, clinicId, name: 'Anna Demo', role, ...account } });
	return { id, email };
}

/** The browser of a new member of the clinic, signed in. */
export async function signedIn({ origin, db }: TestBackend, clinicId: string, role: Role = 'PROFESSIONAL') {
	const member = await createMember(db, clinicId, role);
	const browser = new TestBrowser(origin);
	await browser.call(signIn, { body: { email: member.email, password } });
	return { browser, memberId: member.id };
}
