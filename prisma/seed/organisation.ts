import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoClinic } from './clinic.ts';

const timeZone = 'Atlantic/Reykjavik';

/** Manages a clinic that has not asked for payments yet. */
export const secondManager = { role: 'MANAGER', name: 'Ingi Demo', email: 'manager2@example.com' } as const;

/**
 * Puts the demo clinic into an organisation whose telehealth manager is its own manager, with payments approved and
 * connected, beside a second clinic that has only a manager.
 */
export async function joinOrganisation(
	tx: Queryable,
	{ newId, now }: Ambient,
	{ clinic, passwordHash }: { clinic: DemoClinic; passwordHash: string },
): Promise<void> {
	const [organisationId, secondId, accountId] = [newId(), newId(), 'acct_demo'];
	const manager = clinic.members.find(({ role }) => role === 'MANAGER');
	if (manager === undefined) throw new Error('The demo clinic has no manager');
	await tx.organisation.create({ data: { id: organisationId, name: 'Samtal Demo Group' } });
	await tx.member.update({ where: { id: manager.id }, data: { telehealthManagerOf: organisationId } });
	await tx.clinic.create({
		data: {
			...{ id: secondId, organisationId, name: 'Samtal Demo Branch', timeZone, currency: 'ISK', locale: 'en' },
			...{ termsVersion: '2026-01', termsText: 'This is a demonstration.' },
		},
	});
	await tx.member.create({
		data: { ...secondManager, id: newId(), clinicId: secondId, passwordHash, locale: 'en', timeZone },
	});
	await tx.paymentAccess.create({
		data: {
			...{ id: newId(), clinicId: clinic.id, requestedById: manager.id, requestedAt: now(), status: 'APPROVED' },
			...{ why: 'Clients pay in the call.', decidedById: manager.id, decidedAt: now() },
		},
	});
	await tx.paymentAccount.create({
		data: {
			...{ id: accountId, clinicId: clinic.id, connectedAt: now(), readAt: new Date(0) },
			...{ chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true },
		},
	});
	await tx.clinic.update({
		where: { id: clinic.id },
		data: { organisationId, paymentsEnabled: true, stripeAccountId: accountId },
	});
}
