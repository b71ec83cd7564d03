import { byDate } from '../../../shared/domain/availability.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { BookingDeps } from './ports.ts';
import type { Offer, Profile } from './profile.ts';

/** How many other times are named to somebody whose time is gone. */
const OTHERS = 6;

interface Wanted {
	offer: Offer;
	/** The asker's own hold is not in the way. */
	holdId: string | null;
}

/** Start times (milliseconds since 1970) from a date on, as far as clients can book. */
async function startsFrom({ findFree }: BookingDeps, profile: Profile, first: Temporal.PlainDate, wanted: Wanted) {
	const { clinicId, memberId, rules } = profile;
	const { service, office } = wanted.offer;
	const of = [{ memberId, officeId: office.id, minutes: service.durationMinutes }];
	// From today on it is the whole bookable period; from a later date, what is left of it.
	const [free] = await findFree({ clinicId, of, first, days: rules.horizonDays + 1, by: { holdId: wanted.holdId } });
	if (free === undefined) throw new SamtalError('NOT_FOUND');
	return free;
}

/** Free times of `days` dates from `from`, or from the first date that has one. */
export async function findBookable(
	deps: BookingDeps,
	profile: Profile,
	wanted: Wanted & { from: string | undefined; days: number },
) {
	const { timeZone } = profile.member;
	const today = dateOf(deps.ambient.now().getTime(), timeZone);
	const asked = wanted.from === undefined ? today : Temporal.PlainDate.from(wanted.from);
	const { starts, bookable } = await startsFrom(deps, profile, asked, wanted);
	const [earliest] = starts;
	const first = wanted.from === undefined && earliest !== undefined ? dateOf(earliest, timeZone) : asked;
	const next = first.add({ days: wanted.days });
	const isOver = next.toZonedDateTime(timeZone).epochMilliseconds >= bookable.end;
	return {
		...{ serviceId: wanted.offer.service.id, officeId: wanted.offer.office.id },
		days: byDate(starts, timeZone, first, wanted.days),
		next: isOver ? null : next.toString(),
	};
}

/** @throws SamtalError `TIME_NOT_FREE` with the next times that are, unless a visit can start at `startsAt` */
export async function requireFree(deps: BookingDeps, profile: Profile, wanted: Wanted & { startsAt: string }) {
	const { starts } = await startsAround(deps, profile, wanted);
	if (!starts.includes(Date.parse(wanted.startsAt))) throw notFree(starts);
}

/** What is said to somebody who was too slow. */
export async function tooLate(deps: BookingDeps, profile: Profile, wanted: Wanted & { startsAt: string }) {
	return notFree((await startsAround(deps, profile, wanted)).starts);
}

const startsAround = (deps: BookingDeps, profile: Profile, wanted: Wanted & { startsAt: string }) =>
	startsFrom(deps, profile, dateOf(Date.parse(wanted.startsAt), profile.member.timeZone), wanted);

const notFree = (starts: readonly number[]) =>
	new SamtalError('TIME_NOT_FREE', {
		freeTimes: starts.slice(0, OTHERS).map((start) => new Date(start).toISOString()),
	});

const dateOf = (time: number, timeZone: string) =>
	Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate();
