import * as contract from '../../../shared/contract/clinic.ts';
import { locale } from '../../../shared/contract/scalars.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import { assertManages } from './policy.ts';

const settingColumns = { timeZone: true, locale: true, currency: true, relayOnly: true } as const;
const feeColumns = { lateFeePercent: true, noShowFeePercent: true } as const;

/** The clinic's settings. `relayAvailable`: whether a TURN server is configured. */
export function clinicRoutes(routes: Routes, { db, relayAvailable }: { db: Database; relayAvailable: boolean }): void {
	const present = <Row extends { locale: string }>(row: Row) => ({
		...row,
		...{ locale: locale.parse(row.locale), relayAvailable },
	});

	routes.member(contract.getClinicSettings, async (_input, { clinicId }) => {
		return present(await db.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: settingColumns }));
	});

	routes.member(contract.updateClinicSettings, async ({ body }, actor) => {
		assertManages(actor);
		// Without a TURN server no call of two would come about; to switch it off is always possible.
		if (body.relayOnly && !relayAvailable) throw new SamtalError('NO_RELAY');
		return present(await db.clinic.update({ where: { id: actor.clinicId }, data: body, select: settingColumns }));
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
