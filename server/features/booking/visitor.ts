import { z } from 'zod';
import type { bookAsClient } from '../../../shared/contract/booking.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { sql, sqlState, sqlStateOf, type Database } from '../../adapters/prisma/database.ts';
import { createTurns } from './inTurn.ts';
import type { Profile } from './profile.ts';

type Form = Omit<RequestOf<typeof bookAsClient>['body'], 'serviceId' | 'officeId' | 'startsAt' | 'holdId'>;
type Client = { id: string } | Pick<Form, 'name' | 'email' | 'phone' | 'locale'>;

const clientRows = z.array(z.object({ id: z.uuid() }));

/**
 * Lets a task book for who filled in the form: the client with this e-mail address in the records, or somebody new. Who
 * presses twice is told of their own visit, and does not become two clients: that is kept by the database.
 * @throws SamtalError `TERMS_REQUIRED`, and what the task throws
 */
export function createForVisitor({ db }: { db: Database }) {
	const inTurn = createTurns();

	/**
	 * Of several with this address, who has been there longest. NOTE: Prisma's `mode: 'insensitive'` is ILIKE, for which
	 * an underscore in an address is any letter.
	 */
	async function findClient({ clinicId }: Profile, email: string) {
		const rows = await db.rows(sql`
			SELECT "id" FROM "Client" WHERE "clinicId" = ${clinicId}::uuid AND lower("email") = lower(${email})
			ORDER BY "createdAt", "id" LIMIT 1`);
		return clientRows.parse(rows)[0] ?? null;
	}

	return async <T>(profile: Profile, form: Form, task: (client: Client) => Promise<T>): Promise<T> => {
		if (form.acceptedTerms !== profile.clinic.termsVersion) throw new SamtalError('TERMS_REQUIRED');
		const { name, email, phone, locale } = form;
		const once = async () => task((await findClient(profile, email)) ?? { name, email, phone, locale });
		return inTurn(`${profile.clinicId} ${email}`, () =>
			once().catch((error: unknown) => {
				if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error;
				// Another process entered this client in the moment between: by now they are known.
				return once();
			}),
		);
	};
}
