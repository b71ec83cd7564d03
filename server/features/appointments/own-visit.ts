import type { z } from 'zod';
import { byDate } from '../../../shared/domain/availability.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { ownVisit } from '../../../shared/contract/ownVisit.ts';
import { freeUntilOf, isLate } from '../../../shared/domain/payments/fees.ts';
import { locale, type Money } from '../../../shared/contract/scalars.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { AttendeeActor } from '../../http/actors.ts';
import type { FindFree } from '../ports.ts';
import { cancelVisits } from './cancel.ts';
import { changeVisit } from './change-visit.ts';
import { holdAccount } from '../holdAccount.ts';
import { feeToAsk, readFeeTerms } from './fees.ts';
import { holdGroup, type AttendeeDeps } from './group/attendees.ts';
import { cancelPlace } from './group/places.ts';
import { tellProfessional } from './tell-professional.ts';
import type { Turns } from './turns.ts';
import { comingClients, isGroup, readVisit, type Coming, type VisitWithPeople } from './visits.ts';

const MINUTE_MS = 60_000;

export interface OwnVisitDeps extends AttendeeDeps {
	turns: Turns;
	findFree: FindFree;
}

/** What a client does with their own visit, by the link that they were sent. */
export function createOwnVisits(deps: OwnVisitDeps) {
	const { db, ambient, links, mail, translate, turns } = deps;
	const whereOf = ({ appointmentId, clinicId }: AttendeeActor) => ({ id: appointmentId, clinicId });

	/** Answers with who may. @throws SamtalError `VISIT_CANCELLED`, `VISIT_BEGAN`, `FORBIDDEN` */
	function assertMayCancel(visit: VisitWithPeople, actor: AttendeeActor): Coming {
		if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
		if (hasBegun(visit, ambient.now())) throw new SamtalError('VISIT_BEGAN');
		const own = ownPlace(visit, actor);
		if (own === undefined) throw new SamtalError('FORBIDDEN');
		return own;
	}

	/** By the same rules as on the public page: notice, horizon, and what other visitors hold. */
	async function startsFor(visit: VisitWithPeople, first: Temporal.PlainDate, days: number) {
		const { clinicId, professionalId: memberId, officeId, startsAt, endsAt } = visit;
		const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
		const of = [{ memberId, officeId, minutes }];
		const [free] = await deps.findFree({ clinicId, of, first, days, by: { holdId: null } });
		if (free === undefined) throw new SamtalError('NOT_FOUND');
		return free;
	}

	/** One of a group cannot decide for the others. @throws SamtalError those of `assertMayCancel` */
	function assertMayMove(visit: VisitWithPeople, actor: AttendeeActor): void {
		assertMayCancel(visit, actor);
		if (isGroup(visit)) throw new SamtalError('FORBIDDEN');
	}

	/** What cancelling now costs. A clinic that cannot ask for it lets the client go. @throws SamtalError `FEE_CHANGED` */
	async function agreedFee(tx: Queryable, visit: VisitWithPeople, feeMinor: number): Promise<Money | null> {
		await holdAccount(tx, visit.clinicId);
		const fee = feeToAsk(visit, await readFeeTerms(tx, visit), { reason: 'BY_CLIENT', cancelledAt: ambient.now() });
		if (fee !== null && fee.amountMinor > feeMinor) throw new SamtalError('FEE_CHANGED');
		return fee;
	}

	async function present(visit: VisitWithPeople, actor: AttendeeActor): Promise<z.input<typeof ownVisit>> {
		const { professional, service, office } = visit;
		const [terms, clinic] = await Promise.all([
			readFeeTerms(db, visit),
			db.clinic.findUniqueOrThrow({ where: { id: visit.clinicId } }),
		]);
		const now = ambient.now();
		const canCancel = !hasBegun(visit, now) && ownPlace(visit, actor) !== undefined;
		const freeUntil = freeUntilOf(visit.startsAt, terms.rule);
		return {
			...{ startsAt: visit.startsAt.toISOString(), endsAt: visit.endsAt.toISOString() },
			clinic: { name: clinic.name, timeZone: clinic.timeZone, locale: locale.parse(clinic.locale) },
			...{ professionalName: professional.name, serviceName: service.name, office },
			freeUntil: freeUntil?.toISOString() ?? null,
			isFree: !isLate(freeUntil, now),
			lateFee: feeToAsk(visit, terms, { reason: 'BY_CLIENT', cancelledAt: visit.startsAt }),
			canCancel,
			canMove: canCancel && !isGroup(visit),
		};
	}

	return {
		get: async (actor: AttendeeActor) => present(await readVisit(db, whereOf(actor)), actor),

		/**
		 * Of a group their own place alone. Answers with the fee for which the client is asked, which is no more than `feeMinor`.
		 * @throws SamtalError `VISIT_CANCELLED`, `VISIT_BEGAN`, `FORBIDDEN`, `FEE_CHANGED`
		 */
		async cancel(actor: AttendeeActor, feeMinor: number): Promise<Money | null> {
			const byClient = { reason: 'BY_CLIENT', notify: true } as const;
			const fee = await turns.take(async (tx) => {
				const visit = await holdGroup(tx, whereOf(actor));
				const client = assertMayCancel(visit, actor);
				if (isGroup(visit)) {
					await tellProfessional(deps, tx, 'placeCancelled', visit, client);
					await cancelPlace(deps, tx, visit, { attendeeId: actor.attendeeId, ...byClient });
					return null;
				}
				const asked = await agreedFee(tx, visit, feeMinor);
				await tellProfessional(deps, tx, 'cancelled', visit, client);
				await cancelVisits({ ambient, links, mail, translate }, tx, visit, {
					...{ ...byClient, scope: 'this', chargedById: asked && visit.professionalId },
				});
				return asked;
			});
			deps.sendOut(actor.appointmentId, actor.attendeeId);
			return fee;
		},

		/** On `days` dates from `from`, as the public page would offer them; none of another length or at another office. */
		async freeTimes(actor: AttendeeActor, { from, days }: { from: string; days: number }) {
			const visit = await readVisit(db, whereOf(actor));
			const first = Temporal.PlainDate.from(from);
			const { timeZone, starts } = await startsFor(visit, first, days);
			return { timeZone, days: byDate(starts, timeZone, first, days) };
		},

		/** @throws SamtalError `SLOT_TAKEN` for a time that is not offered; those of `cancel` */
		async move(actor: AttendeeActor, startsAt: string): Promise<z.input<typeof ownVisit>> {
			const visit = await readVisit(db, whereOf(actor));
			assertMayMove(visit, actor);
			const wanted = Temporal.Instant.from(startsAt);
			const date = wanted.toZonedDateTimeISO(visit.professional.timeZone).toPlainDate();
			const { starts } = await startsFor(visit, date, 1);
			if (!starts.includes(wanted.epochMilliseconds)) throw new SamtalError('SLOT_TAKEN');
			const change = { sequence: visit.sequence, startsAt };
			const moved = await changeVisit(deps, turns, whereOf(actor), change, async (tx, changed) => {
				// Whoever is held up until the visit begins comes too late.
				await tellProfessional(deps, tx, 'moved', changed, assertMayCancel(visit, actor));
			});
			return present(moved, actor);
		},
	};
}

const hasBegun = ({ status, startsAt }: VisitWithPeople, now: Date) => status !== 'PLANNED' || now >= startsAt;

/** Undefined for a guest, who decides nothing. */
const ownPlace = (visit: VisitWithPeople, { attendeeId }: AttendeeActor) =>
	comingClients(visit).find(({ attendee }) => attendee.id === attendeeId);
