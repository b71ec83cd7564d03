import { randomUUID } from 'node:crypto';
import * as contract from '../../../../../shared/contract/paymentSetup.ts';
import type { Database } from '../../../../adapters/prisma/database.ts';
import { call } from '../../testing/people.ts';
import type { TestClinic } from '../../testing/clinic.ts';

/** Puts clinics into a new organisation, whose telehealth manager is the first one's manager. */
export async function joinOrganisation(db: Database, [first, ...others]: [TestClinic, ...TestClinic[]]): Promise<void> {
	const organisationId = randomUUID();
	await db.organisation.create({ data: { id: organisationId, name: 'Demo Group' } });
	const ids = [first, ...others].map(({ clinicId }) => clinicId);
	await db.clinic.updateMany({ where: { id: { in: ids } }, data: { organisationId } });
	await db.member.update({ where: { id: first.managerId }, data: { telehealthManagerOf: organisationId } });
}

/** What managers and telehealth managers do with a clinic's payments. */
export function asManager(origin: string, memberId: string) {
	const headers = { 'x-member': memberId };
	return {
		access: () => call(origin, headers, contract.getPaymentAccess, {}),
		ask: (why = 'Clients pay in the call.') => call(origin, headers, contract.askForPayments, { body: { why } }),
		clinics: () => call(origin, headers, contract.listOrganisationClinics, {}),
		decide: (requestId: string, body: object) =>
			call(origin, headers, contract.decidePaymentAccess, { params: { requestId }, body }),
		end: (clinicId: string, reason = 'Not needed any more.') =>
			call(origin, headers, contract.endPaymentAccess, { params: { clinicId }, body: { reason } }),
	};
}
