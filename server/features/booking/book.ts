import type { bookAsClient } from '../../../shared/contract/booking.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { requireFree, tooLate } from './free.ts';
import { release } from './holds.ts';
import type { BookingDeps } from './ports.ts';
import { presentBooked } from './present.ts';
import { offerOf, readProfile, type Offer } from './profile.ts';
import { createForVisitor } from './visitor.ts';

type Wish = RequestOf<typeof bookAsClient>;

/**
 * Books a visit for a client who is not signed in. What the page showed may be old, so that everything is looked at
 * again; the last word has the database's constraint.
 * @throws SamtalError `NOT_FOUND`, `NOT_OFFERED`, `TERMS_REQUIRED`, `OWN_VISIT`, `TIME_NOT_FREE`
 */
export function createBookAsClient(deps: BookingDeps) {
	const { db, ambient, book } = deps;
	const forVisitor = createForVisitor(deps);

	return async ({ params, body }: Wish) => {
		const profile = await readProfile(db, params.slug);
		const offer = offerOf(profile, body);
		const { serviceId, officeId, holdId, acceptedTerms, timeZone } = body;
		const startsAt = new Date(body.startsAt).toISOString();
		const wanted = { offer, holdId, startsAt };
		const visit = await forVisitor(profile, body, async (client) => {
			if ('id' in client && (await hasVisit(client.id, startsAt, offer))) throw new SamtalError('OWN_VISIT');
			await requireFree(deps, profile, wanted);
			const { memberId, clinicId } = profile;
			return book(
				{ memberId, clinicId, role: 'PROFESSIONAL' },
				{ client, serviceId, officeId, startsAt },
				{ acceptedTerms, timeZone },
			).catch(async (error: unknown) => {
				// Its conflicts name other clients: nothing of it leaves.
				throw error instanceof SamtalError && error.code === 'SLOT_TAKEN'
					? await tooLate(deps, profile, wanted)
					: error;
			});
		});
		await release(db, holdId);
		const times = { startsAt: new Date(visit.startsAt), endsAt: new Date(visit.endsAt) };
		return presentBooked(profile, { id: visit.id, ...times, sequence: 0, ...offer }, body, ambient.now());
	};

	async function hasVisit(clientId: string, startsAt: string, { service }: Offer): Promise<boolean> {
		const endsAt = new Date(Date.parse(startsAt) + service.durationMinutes * 60_000);
		const during = { startsAt: { lt: endsAt }, endsAt: { gt: new Date(startsAt) } };
		const count = await db.attendee.count({
			where: { clientId, cancelledAt: null, status: { not: 'CANCELLED' }, ...during },
		});
		return count > 0;
	}
}
