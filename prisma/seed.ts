import type { Database } from '../server/adapters/prisma/database.ts';
import { hashPassword } from '../server/adapters/password.ts';
import type { Ambient, Links } from '../server/features/ports.ts';
import { createClinic, demoAccounts, demoPassword } from './seed/clinic.ts';
import { writeRepeated } from './seed/repeated.ts';
import { ensureVisitSoon } from './seed/soon.ts';
import { writeCallLog } from './seed/callLog.ts';
import { writeCallQuality } from './seed/quality.ts';
import { writeNotes } from './seed/notes.ts';
import { writeInvoices } from './seed/invoices.ts';
import { writePayments } from './seed/payments.ts';
import { writeResources } from './seed/resources.ts';
import { joinOrganisation, secondManager } from './seed/organisation.ts';
import { writeReminderRules } from './seed/reminders.ts';
import { insertVisits, planVisits } from './seed/visits.ts';

export interface DemoAccess {
	accounts: { role: string; email: string; password: string }[];
	/** Join link of a visit that is about to start. */
	joinLink: string;
}

/**
 * Fills an empty database with a demo clinic and five weeks of visits around today, and a second clinic that is empty; a
 * database that has a clinic is left as it is. Either way a visit that is about to start is there afterwards, while the demo clinic exists.
 */
export async function seedDemo(deps: {
	db: Database;
	ambient: Ambient;
	links: Links;
}): Promise<DemoAccess | undefined> {
	const { db, ambient, links } = deps;
	if ((await db.clinic.count()) === 0) {
		const passwordHash = await hashPassword(demoPassword);
		await db.$transaction(
			async (tx) => {
				const clinic = await createClinic(tx, ambient, passwordHash);
				await joinOrganisation(tx, ambient, { clinic, passwordHash });
				const visits = planVisits(clinic, ambient);
				await insertVisits(tx, ambient, clinic, visits);
				await writeRepeated(tx, clinic, ambient);
				await writeResources(tx, clinic, ambient);
				const invoiced = new Set(await writeInvoices(tx, ambient, clinic, visits));
				await writePayments(
					tx,
					ambient,
					clinic.id,
					visits.filter((visit) => !invoiced.has(visit)),
				);
				await writeNotes(tx, ambient, clinic.id, visits);
				await writeCallQuality(tx, ambient, clinic, visits);
				await writeCallLog(tx, ambient, clinic, visits);
				await writeReminderRules(tx, ambient, clinic.id);
			},
			{ timeout: 60_000 },
		);
	}
	const soon = await ensureVisitSoon(db, ambient);
	if (soon === null) return undefined;
	const accounts = [...demoAccounts, secondManager].map(({ role, email }) => ({ role, email, password: demoPassword }));
	return { accounts, joinLink: links.join(soon.id, soon.linkVersion) };
}
