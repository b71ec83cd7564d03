import type { z } from 'zod';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { AccessRequest, getPaymentAccess } from '../../../../shared/contract/paymentSetup.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { Prisma } from '../../../adapters/prisma/generated/client.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';

/** What every answer about a clinic's access needs of its row. */
export const withAccess = {
	paymentAccess: { orderBy: { requestedAt: 'desc' }, take: 1, include: { requestedBy: { select: { name: true } } } },
} as const satisfies Prisma.ClinicInclude;
type ClinicRow = Prisma.ClinicGetPayload<{ include: typeof withAccess }>;
type AccessRow = ClinicRow['paymentAccess'][number];

/** A clinic's access as the contract shows it. */
export const presentAccess = ({ paymentsEnabled, paymentAccess: [newest] }: ClinicRow) => ({
	enabled: paymentsEnabled,
	request: newest ? presentRequest(newest) : null,
});

const presentRequest = ({
	id,
	status,
	requestedBy,
	requestedAt,
	why,
	decidedAt,
	reason,
}: AccessRow): AccessRequest => ({
	...{ id, status, requestedBy: requestedBy.name, requestedAt: requestedAt.toISOString(), why },
	...{ decidedAt: decidedAt?.toISOString() ?? null, reason },
});

/** Whether the clinic may take payments, and what came of its newest request. */
export async function readAccess(db: Queryable, clinicId: string): Promise<z.infer<typeof getPaymentAccess.response>> {
	const clinic = await db.clinic.findUniqueOrThrow({ where: { id: clinicId }, include: withAccess });
	return { ...presentAccess(clinic), decidesItself: clinic.organisationId === null };
}

/**
 * Asks for payments. A clinic of no organisation is its own: what its manager asks for is approved as it is asked.
 * @throws SamtalError `CONFLICT` when the clinic has asked already, or has them.
 */
export async function ask({ clinicId, memberId }: Actor, why: string, { database, now, newId }: PaymentDeps) {
	return database.$transaction(async (tx) => {
		const { organisationId, paymentsEnabled } = await lockClinic(tx, clinicId);
		if (paymentsEnabled) throw new SamtalError('CONFLICT');
		const decided = organisationId === null && { status: 'APPROVED' as const, decidedById: memberId, decidedAt: now() };
		const { count } = await tx.paymentAccess.createMany({
			data: [{ id: newId(), clinicId, requestedById: memberId, why, requestedAt: now(), ...decided }],
			skipDuplicates: true,
		});
		if (count === 0) throw new SamtalError('CONFLICT');
		if (decided) await tx.clinic.update({ where: { id: clinicId }, data: { paymentsEnabled: true } });
		return readAccess(tx, clinicId);
	});
}

/** Reads a clinic and keeps everybody else from changing its payments until the transaction ends. */
export async function lockClinic(tx: Queryable, clinicId: string) {
	await tx.$queryRaw`SELECT 1 FROM "Clinic" WHERE "id" = ${clinicId}::uuid FOR NO KEY UPDATE`;
	return tx.clinic.findUniqueOrThrow({ where: { id: clinicId } });
}
