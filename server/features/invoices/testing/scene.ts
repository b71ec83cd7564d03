import { randomUUID } from 'node:crypto';
import { createAppointment } from '../../../../shared/contract/appointments.ts';
import * as contract from '../../../../shared/contract/invoices.ts';
import type { TestBackend } from '../../../testing/backend.ts';
import { createClinic, signedIn } from '../../../testing/clinic.ts';

const pay = { body: { daysToPay: 14 } };
export const line = { description: 'Report', quantity: 2, unitMinor: 1_000, vatBasisPoints: 2400 };

/** A clinic with a manager's browser; ids only of the rest. */
export async function createScene(backend: TestBackend) {
	const clinic = await createClinic(backend.db);
	const { browser, memberId } = await signedIn(backend, clinic.clinicId, 'MANAGER');
	const draft = (visits: string[] = [], lines = [line]) =>
		browser.call(contract.createInvoice, {
			body: {
				...{ id: randomUUID(), clientId: clinic.clientId, lines },
				visits: visits.map((attendeeId) => ({ attendeeId, vatBasisPoints: 0 })),
			},
		});
	const send = (invoiceId: string) => browser.call(contract.sendInvoice, { params: { invoiceId }, ...pay });
	const visit = async (startsAt: string) => {
		const wanted = { client: { id: clinic.clientId }, serviceId: clinic.serviceId, startsAt };
		const { attendees } = await browser.call(createAppointment, { body: wanted });
		return attendees[0]?.id ?? '';
	};
	return { ...clinic, browser, memberId, draft, send, visit };
}
