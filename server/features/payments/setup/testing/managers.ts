import { randomUUID } from 'node:crypto';
import * as contract from '../../../../../shared/contract/paymentSetup.ts';
import type { Route } from '../../../../../shared/contract/route.ts';
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
	const send = <T extends Route>(route: T, input: Parameters<typeof call>[3] = {}) =>
		call(origin, headers, route, input);
	return {
		access: () => send(contract.getPaymentAccess),
		ask: (why = 'Clients pay in the call.') => send(contract.askForPayments, { body: { why } }),
		clinics: () => send(contract.listOrganisationClinics),
		decide: (requestId: string, body: object) => send(contract.decidePaymentAccess, { params: { requestId }, body }),
		end: (clinicId: string, reason = 'Not needed any more.') =>
			send(contract.endPaymentAccess, { params: { clinicId }, body: { reason } }),
		account: () => send(contract.getPaymentAccount),
		check: () => send(contract.checkPaymentAccount),
		connect: ({ existing = null, insteadOf = null }: { existing?: string | null; insteadOf?: string | null } = {}) =>
			send(contract.connectAccount, { body: { existing, insteadOf } }),
		giveKeys: (body: { secretKey: string; publishableKey: string; insteadOf: string | null }) =>
			send(contract.giveOwnKeys, { body }),
		disconnect: (account: string, withdrawOpen = false) =>
			send(contract.disconnectAccount, { body: { account, withdrawOpen } }),
	};
}

/** Ends the stand-in's form at this address in one way; answers with where it leads. */
export async function endForm(url: string, outcome: 'leave' | 'ready' | 'restricted'): Promise<string | null> {
	const body = new URLSearchParams({ outcome });
	return (await fetch(url, { method: 'POST', body, redirect: 'manual' })).headers.get('location');
}
