import * as contract from '../../../shared/contract/clinic.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import { assertManages } from './policy.ts';

const feeColumns = { lateFeePercent: true, noShowFeePercent: true } as const;

/** The clinic's settings. `relayAvailable`: whether a TURN server is configured. */
export function clinicRoutes(routes: Routes, { db, relayAvailable }: { db: Database; relayAvailable: boolean }): void {
	routes.member(contract.getClinicSettings, async (_input, { clinicId }) => {
		const { relayOnly } = await db.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: { relayOnly: true } });
		return { relayOnly, relayAvailable };
	});

	routes.member(contract.updateClinicSettings, async ({ body: { relayOnly } }, actor) => {
		assertManages(actor);
		// Without a TURN server no call of two would come about; to switch it off is always possible.
		if (relayOnly && !relayAvailable) throw new SamtalError('NO_RELAY');
		await db.clinic.update({ where: { id: actor.clinicId }, data: { relayOnly } });
		return { relayOnly, relayAvailable };
	});

	routes.member(contract.getBillingDetails, async (_input, { clinicId }) => {
		const { billing } = await db.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: { billing: true } });
		return contract.billingSettings.parse(billing);
	});

	routes.member(contract.updateBillingDetails, async ({ body }, actor) => {
		assertManages(actor);
		await db.clinic.update({ where: { id: actor.clinicId }, data: { billing: body } });
		return body;
	});

	routes.member(contract.getFeeRules, (_input, { clinicId }) =>
		db.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: feeColumns }),
	);

	routes.member(contract.updateFeeRules, ({ body }, actor) => {
		assertManages(actor);
		return db.clinic.update({ where: { id: actor.clinicId }, data: body, select: feeColumns });
	});
}
