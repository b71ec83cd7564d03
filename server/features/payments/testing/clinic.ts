import { randomUUID } from 'node:crypto';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Currency } from '../../../../shared/contract/scalars.ts';

export interface TestClinic {
	clinicId: string;
	account: string;
	professionalId: string;
	managerId: string;
	clientId: string;
	appointmentId: string;
	attendeeId: string;
}

interface ClinicOptions {
	currency?: Currency;
	clientLocale?: string;
	paymentsEnabled?: boolean;
}

/** A clinic of its own with one professional, one manager, one client and one visit. */
export async function buildClinic(
	database: Database,
	{ currency = 'ISK', clientLocale = 'is', paymentsEnabled = true }: ClinicOptions = {},
): Promise<TestClinic> {
	const clinicId = randomUUID();
	const account = `acct_${clinicId.slice(0, 8)}`;
	await database.clinic.create({
		data: {
			id: clinicId,
			name: 'Demo Clinic',
			timeZone: 'Atlantic/Reykjavik',
			currency,
			locale: 'en',
			termsVersion: '1',
			termsText: 'Terms',
			paymentsEnabled,
			stripeAccountId: account,
		},
	});
	await database.paymentAccount.create({
		data: {
			...{ id: account, clinicId, connectedAt: new Date(), readAt: new Date(0) },
			...{ chargesEnabled: true, payoutsEnabled: true, detailsSubmitted: true },
		},
	});
	const member = { clinicId, passwordHash: '-', locale: 'en', timeZone: 'Atlantic/Reykjavik' };
	const professionalId = randomUUID();
	const managerId = randomUUID();
	await database.member.createMany({
		data: [
			{
				...member,
				id: professionalId,
				role: 'PROFESSIONAL',
				name: 'Anna Demo',
				email: `${professionalId}@example.com`,
			},
			{ ...member, id: managerId, role: 'MANAGER', name: 'Berta Demo', email: `${managerId}@example.com` },
		],
	});
	const serviceId = randomUUID();
	const officeId = randomUUID();
	await database.service.create({
		data: { id: serviceId, clinicId, name: 'Session', durationMinutes: 50, amountMinor: 8500, currency },
	});
	await database.office.create({ data: { id: officeId, clinicId, name: 'Video', kind: 'VIDEO' } });
	await database.serviceOffice.create({ data: { clinicId, serviceId, officeId } });
	const clientId = randomUUID();
	await database.client.create({
		data: { id: clientId, clinicId, name: 'Jón Demo', locale: clientLocale, createdAt: new Date() },
	});
	const appointmentId = randomUUID();
	const attendeeId = randomUUID();
	const times = { startsAt: new Date('2026-11-22T14:00:00Z'), endsAt: new Date('2026-11-22T14:50:00Z') };
	await database.appointment.create({
		data: {
			id: appointmentId,
			clinicId,
			professionalId,
			serviceId,
			officeId,
			...times,
			amountMinor: 8500,
			currency,
			createdAt: new Date(),
		},
	});
	await database.attendee.create({
		data: {
			...{ id: attendeeId, clinicId, appointmentId, ...times, status: 'PLANNED' },
			...{ clientId, kind: 'CLIENT', name: 'Jón Demo' },
		},
	});
	return { clinicId, account, professionalId, managerId, clientId, appointmentId, attendeeId };
}
