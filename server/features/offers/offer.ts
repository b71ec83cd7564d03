import { SamtalError } from '../../../shared/contract/errors.ts';
import type { offerTimes } from '../../../shared/contract/offers.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Actor } from '../../http/actors.ts';
import { visitsOf } from './policy.ts';
import type { OfferDeps } from './ports.ts';
import { presentOffer, withNames } from './present.ts';

/** As long as a visitor of the public page holds a time. */
const OFFER_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/**
 * Offers free times to one client of a call, and holds them meanwhile.
 * @throws SamtalError `NOT_FOUND`, `TIME_NOT_FREE`
 */
export async function offer(
	{ db, ambient, freeTimes, notifyTool }: OfferDeps,
	actor: Actor,
	{ params: { appointmentId }, body }: RequestOf<typeof offerTimes>,
) {
	const { clinicId, memberId } = actor;
	const { attendeeId, serviceId, officeId, resourceIds = [] } = body;
	const [attendee, service] = await Promise.all([
		db.attendee.findFirst({
			where: { id: attendeeId, clientId: { not: null }, appointment: { ...visitsOf(actor), id: appointmentId } },
			select: { id: true },
		}),
		db.service.findFirst({ where: { id: serviceId, clinicId }, select: { durationMinutes: true } }),
	]);
	if (attendee === null || service === null) throw new SamtalError('NOT_FOUND');
	const startTimes = [...new Set(body.startTimes.map((start) => Date.parse(start)))]
		.toSorted((one, other) => one - other)
		.map((start) => new Date(start));
	await assertFree(freeTimes, actor, { serviceId, officeId, resourceIds, startTimes });

	const now = ambient.now();
	const expiresAt = new Date(now.getTime() + OFFER_MS);
	const made = await db.$transaction(async (tx) => {
		await tx.slotHold.deleteMany({ where: { offer: { attendeeId, status: 'OPEN' } } });
		await tx.timeOffer.updateMany({ where: { attendeeId, status: 'OPEN' }, data: { status: 'WITHDRAWN' } });
		return tx.timeOffer.create({
			data: {
				...{ id: ambient.newId(), clinicId, memberId, appointmentId, attendeeId, serviceId, officeId, resourceIds },
				...{ startTimes, createdAt: now, expiresAt },
				holds: {
					create: startTimes.map((startsAt) => ({
						...{ id: ambient.newId(), memberId, startsAt, expiresAt },
						endsAt: new Date(startsAt.getTime() + service.durationMinutes * MINUTE_MS),
					})),
				},
			},
			include: withNames,
		});
	});
	notifyTool(appointmentId, 'booking');
	return presentOffer(made, now);
}

interface Offered {
	serviceId: string;
	officeId: string;
	resourceIds: string[];
	startTimes: readonly Date[];
}

async function assertFree(
	freeTimes: OfferDeps['freeTimes'],
	actor: Actor,
	{ startTimes, ...wanted }: Offered,
): Promise<void> {
	const days = new Set(startTimes.map((start) => start.toISOString().slice(0, 10)));
	const looks = [...days].map(async (day) => {
		// Wherever the professional is, it is this date in UTC on one of three.
		const from = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
		return (await freeTimes(actor, { ...wanted, from, days: 3 })).days.flatMap((each) => each.startTimes);
	});
	const free = new Set((await Promise.all(looks)).flat().map((start) => Date.parse(start)));
	if (!startTimes.every((start) => free.has(start.getTime()))) throw new SamtalError('TIME_NOT_FREE');
}
