import type { z } from 'zod';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { decidePaymentAccess, listOrganisationClinics } from '../../../../shared/contract/paymentSetup.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { holdAccount } from '../../holdAccount.ts';
import { lockClinic, presentAccess, withAccess } from './access.ts';
import { assertCollectsForNobody, ownAccount } from './account.ts';
import { tellRequester, type Decision } from './mail.ts';
import { organisationOf } from './policy.ts';

/** The clinics of the telehealth manager's organisation, those that wait for an answer first. */
export async function listClinics(
	actor: Actor,
	{ database }: PaymentDeps,
): Promise<z.infer<typeof listOrganisationClinics.response>> {
	const { name, clinics } = await database.organisation.findUniqueOrThrow({
		where: { id: await organisationOf(database, actor) },
		include: { clinics: { include: { ...withAccess, collector: true }, orderBy: { name: 'asc' } } },
	});
	const shown = clinics.map((clinic) => ({
		...{ id: clinic.id, name: clinic.name, ...presentAccess(clinic) },
		collector: clinic.collector && { id: clinic.collector.id, name: clinic.collector.name },
		mayCollect: clinic.paymentsEnabled && ownAccount(clinic) !== null,
	}));
	const waits = ({ request }: (typeof shown)[number]) => Number(request?.status === 'ASKED');
	return { name, clinics: shown.toSorted((one, other) => waits(other) - waits(one)) };
}

/**
 * Approves or refuses a request of one of the organisation's clinics; who asked gets a mail.
 * @throws SamtalError `FORBIDDEN`, `NOT_FOUND`; `CONFLICT` when it is decided already, or the clinic that is to collect
 * cannot.
 */
export async function decide({ params, body }: RequestOf<typeof decidePaymentAccess>, actor: Actor, deps: PaymentDeps) {
	const request = await deps.database.paymentAccess.findFirst({
		where: { id: params.requestId, clinic: { organisationId: await organisationOf(deps.database, actor) } },
	});
	if (request === null) throw new SamtalError('NOT_FOUND');
	await deps.database.$transaction(async (tx) => {
		await lockClinic(tx, request.clinicId);
		const decision = body.approve ? ({ status: 'APPROVED' } as const) : { ...body, status: 'REFUSED' as const };
		await settle(tx, request.id, 'ASKED', { ...decision, actor }, deps);
		if (!body.approve) return;
		const taker = body.collectorId === null ? {} : await collectorOf(tx, request.clinicId, body.collectorId);
		await tx.clinic.update({ where: { id: request.clinicId }, data: { paymentsEnabled: true, ...taker } });
	});
}

/**
 * Switches a clinic's payments off again; who had asked for them gets a mail.
 * @throws SamtalError `FORBIDDEN`, `NOT_FOUND`; `CONFLICT` when they are off; `COLLECTS_FOR_OTHERS`.
 */
export async function end(clinicId: string, reason: string, actor: Actor, deps: PaymentDeps) {
	const organisationId = await organisationOf(deps.database, actor);
	if ((await deps.database.clinic.count({ where: { id: clinicId, organisationId } })) === 0) {
		throw new SamtalError('NOT_FOUND');
	}
	await deps.database.$transaction(async (tx) => {
		const { paymentsEnabled, collectorId } = await lockClinic(tx, clinicId);
		if (!paymentsEnabled) throw new SamtalError('CONFLICT');
		await assertCollectsForNobody(tx, clinicId);
		const left = collectorId === null ? {} : { collectorId: null, stripeAccountId: null };
		await tx.clinic.update({ where: { id: clinicId }, data: { paymentsEnabled: false, ...left } });
		const approved = await tx.paymentAccess.findFirst({ where: { clinicId, status: 'APPROVED' } });
		if (approved) await settle(tx, approved.id, 'APPROVED', { status: 'ENDED', reason, actor }, deps);
	});
}

/** The clinic that is to collect for another of its organisation, held as it is. @throws SamtalError `CONFLICT` when it cannot. */
async function collectorOf(tx: Queryable, clinicId: string, collectorId: string) {
	const { organisationId } = await tx.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	await holdAccount(tx, collectorId);
	const collector = await tx.clinic.findFirst({
		where: { id: collectorId, organisationId, paymentsEnabled: true, NOT: { id: clinicId } },
	});
	const stripeAccountId = collector && ownAccount(collector);
	if (stripeAccountId === null) throw new SamtalError('CONFLICT');
	return { collectorId, stripeAccountId };
}

/** Moves a request on from a state, once, and tells whoever asked. @throws SamtalError `CONFLICT` when it has moved. */
async function settle(
	tx: Queryable,
	id: string,
	from: 'ASKED' | 'APPROVED',
	{ status, reason, actor }: Decision & { actor: Actor },
	deps: PaymentDeps,
): Promise<void> {
	const { count } = await tx.paymentAccess.updateMany({
		where: { id, status: from },
		data: { status, reason: reason ?? null, decidedById: actor.memberId, decidedAt: deps.now() },
	});
	if (count === 0) throw new SamtalError('CONFLICT');
	await tellRequester(tx, id, { status, reason }, deps);
}
