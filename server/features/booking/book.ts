import { z } from 'zod';
import type { bookAsClient } from '../../../shared/contract/booking.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { calendarFile } from '../../adapters/calendar-file.ts';
import { sql, sqlState, sqlStateOf } from '../../adapters/prisma/database.ts';
import { requireFree, tooLate } from './free.ts';
import { release } from './holds.ts';
import { createTurns } from './inTurn.ts';
import type { BookingDeps } from './ports.ts';
import { offerOf, readProfile, type Offer, type Profile } from './profile.ts';

type Wish = RequestOf<typeof bookAsClient>;

const clientRows = z.array(z.object({ id: z.uuid() }));

/**
 * Books a visit for a client who is not signed in. What the page showed may be old, so that everything is looked at
 * again; the last word has the database's constraint.
 * @throws SamtalError `NOT_FOUND`, `NOT_OFFERED`, `TERMS_REQUIRED`, `OWN_VISIT`, `TIME_NOT_FREE`
 */
export function createBookAsClient(deps: BookingDeps) {
	const { db, ambient, book } = deps;
	// Who presses twice is told of their own visit. That they do not become two clients is kept by the database.
	const inTurn = createTurns();

	return async ({ params, body }: Wish) => {
		const profile = await readProfile(db, params.slug);
		const offer = offerOf(profile, body);
		if (body.acceptedTerms !== profile.clinic.termsVersion) throw new SamtalError('TERMS_REQUIRED');
		const { serviceId, officeId, holdId } = body;
		const startsAt = new Date(body.startsAt).toISOString();
		const wanted = { offer, holdId, startsAt };
		const bookOnce = async () => {
			const client = await findClient(profile, body.email);
			if (client !== null && (await hasVisit(client.id, startsAt, offer))) throw new SamtalError('OWN_VISIT');
			await requireFree(deps, profile, wanted);
			const { name, email, phone, locale } = body;
			const { memberId, clinicId } = profile;
			return book(
				{ memberId, clinicId, role: 'PROFESSIONAL' },
				{ client: client ?? { name, email, phone, locale }, serviceId, officeId, startsAt },
				{ acceptedTerms: body.acceptedTerms, timeZone: body.timeZone },
			).catch(async (error: unknown) => {
				// Its conflicts name other clients: nothing of it leaves.
				throw error instanceof SamtalError && error.code === 'SLOT_TAKEN'
					? await tooLate(deps, profile, wanted)
					: error;
			});
		};
		const visit = await inTurn(`${profile.clinicId} ${body.email}`, () =>
			bookOnce().catch((error: unknown) => {
				if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error;
				// Another process entered this client in the moment between: by now they are known.
				return bookOnce();
			}),
		);
		await release(db, holdId);
		return presentBooked(profile, offer, visit, body);
	};

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

	async function hasVisit(clientId: string, startsAt: string, { service }: Offer): Promise<boolean> {
		const endsAt = new Date(Date.parse(startsAt) + service.durationMinutes * 60_000);
		const during = { startsAt: { lt: endsAt }, endsAt: { gt: new Date(startsAt) } };
		const count = await db.attendee.count({
			where: { clientId, cancelledAt: null, status: { not: 'CANCELLED' }, ...during },
		});
		return count > 0;
	}

	/** The join link is not in it: it goes to the e-mail address, whose owner alone is to have it. */
	function presentBooked(
		{ member, clinic }: Profile,
		{ service, office }: Offer,
		{ id, startsAt, endsAt }: { id: string; startsAt: string; endsAt: string },
		{ name, email }: Wish['body'],
	) {
		const entry = {
			...{ uid: `${id}@samtal`, cancelled: false, sequence: 0, stamp: ambient.now(), url: null },
			...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
			...{ summary: `${service.name} · ${clinic.name}`, description: office.name, location: office.name },
			...{ organizer: { name: member.name, email: member.email }, attendee: { name, email } },
		};
		return {
			...{ startsAt, endsAt, service: { name: service.name }, calendarFile: calendarFile([entry]) },
			office: { name: office.name, kind: office.kind },
		};
	}
}
