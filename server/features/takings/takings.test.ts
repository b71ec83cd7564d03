import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../shared/contract/route.ts';
import { exportTakings, readTakings } from '../../../shared/contract/takings.ts';
import type { Currency } from '../../../shared/contract/scalars.ts';
import type { PaymentMethod, PaymentStatus } from '../../adapters/prisma/generated/client.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let manager: TestBrowser;
let anna: { browser: TestBrowser; memberId: string };
let hour = 0;

beforeAll(async () => void (backend = await startTestBackend()));
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	anna = await signedIn(backend, clinic.clinicId);
	manager = (await signedIn(backend, clinic.clinicId, 'MANAGER')).browser;
	hour = 0;
});
afterAll(() => backend.close());

interface Given {
	receivedAt: string;
	amountMinor: number;
	currency?: Currency;
	status?: PaymentStatus;
	method?: PaymentMethod;
	/** Whose visit it is for; without one, as for an invoice, when null. */
	professionalId?: string | null;
	description?: string;
}

async function pay(given: Given): Promise<string> {
	const { receivedAt, professionalId = anna.memberId, currency = 'ISK', status = 'RECEIVED', ...rest } = given;
	const { clinicId, serviceId, officeId } = clinic;
	const [clientId, id] = [randomUUID(), randomUUID()];
	await backend.db.client.create({
		data: { id: clientId, clinicId, name: 'Jón Demo', locale: 'is', createdAt: new Date(0) },
	});
	const visit = professionalId === null ? {} : await visitOf(professionalId);
	await backend.db.payment.create({
		data: {
			...{ id, clinicId, clientId, currency, status, description: 'Session', requestedById: anna.memberId },
			...{ ...visit, ...rest, requestedAt: new Date(0), receivedAt: new Date(receivedAt) },
		},
	});
	return id;

	async function visitOf(memberId: string) {
		const [appointmentId, attendeeId] = [randomUUID(), randomUUID()];
		const startsAt = new Date(Date.UTC(2026, 2, 1, (hour += 1)));
		const times = { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), status: 'DONE' as const };
		await backend.db.appointment.create({
			data: {
				...{ id: appointmentId, clinicId, professionalId: memberId, serviceId, officeId, ...times },
				...{ amountMinor: 19_500, currency, createdAt: new Date(0) },
			},
		});
		await backend.db.attendee.create({
			data: { ...{ id: attendeeId, clinicId, appointmentId, ...times }, ...{ kind: 'CLIENT', name: 'Jón', clientId } },
		});
		return { appointmentId, attendeeId };
	}
}

const march = { from: '2026-03-01', to: '2026-03-31' };
type Query = Partial<NonNullable<InputOf<typeof readTakings>['query']>>;
const read = async (browser: TestBrowser, query: Query = {}) =>
	(await browser.call(readTakings, { query: { ...march, ...query } })).takings;

async function save(browser: TestBrowser, query: Query = {}): Promise<string> {
	const response = await browser.send(exportTakings, { query: { ...march, ...query } });
	expect(response.status).toBe(200);
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

test('what came in is summed by day, service and professional, for each currency; nothing that was only asked for', async () => {
	const marek = await signedIn(backend, clinic.clinicId);
	await pay({ receivedAt: '2026-03-02T10:00:00Z', amountMinor: 19_500 });
	await pay({ receivedAt: '2026-03-02T12:00:00Z', amountMinor: 5_000, professionalId: marek.memberId });
	await pay({ receivedAt: '2026-03-05T10:00:00Z', amountMinor: 7_000, professionalId: null });
	await pay({ receivedAt: '2026-03-06T10:00:00Z', amountMinor: 85_50, currency: 'EUR' });
	await pay({ receivedAt: '2026-03-06T10:00:00Z', amountMinor: 1_000, status: 'FAILED' });
	await pay({ receivedAt: '2026-04-01T00:00:00Z', amountMinor: 1_000 });
	const [euro, krona, ...others] = await read(manager);
	expect(others).toEqual([]);
	expect(euro).toMatchObject({ currency: 'EUR', amountMinor: 85_50, payments: 1 });
	expect(krona).toMatchObject({
		...{ currency: 'ISK', amountMinor: 31_500, payments: 3 },
		byDay: [
			{ date: '2026-03-02', amountMinor: 24_500 },
			{ date: '2026-03-05', amountMinor: 7_000 },
		],
		byService: [
			{ id: clinic.serviceId, amountMinor: 24_500 },
			{ id: null, name: null, amountMinor: 7_000 },
		],
		byProfessional: [
			{ id: anna.memberId, amountMinor: 19_500 },
			{ id: null, amountMinor: 7_000 },
			{ id: marek.memberId, amountMinor: 5_000 },
		],
	});
	expect(await read(manager, { professionalId: marek.memberId })).toMatchObject([{ amountMinor: 5_000 }]);
	expect(await read(anna.browser)).toMatchObject([{ amountMinor: 85_50 }, { amountMinor: 19_500, payments: 1 }]);
});

test('days are those of the viewer’s clock', async () => {
	await pay({ receivedAt: '2026-03-31T23:30:00Z', amountMinor: 100 });
	expect(await read(anna.browser)).toMatchObject([{ byDay: [{ date: '2026-03-31' }] }]);
	const data = { timeZone: 'Europe/Warsaw' };
	await backend.db.member.update({ where: { id: anna.memberId }, data });
	expect(await read(anna.browser)).toEqual([]);
	const april = { from: '2026-04-01', to: '2026-04-01' };
	expect(await read(anna.browser, april)).toMatchObject([{ byDay: [{ date: '2026-04-01' }] }]);
});

test('the file has a line for each payment, and only the viewer’s own', async () => {
	const id = await pay({ receivedAt: '2026-03-02T10:05:00Z', amountMinor: 85_50, currency: 'EUR', method: 'CASH' });
	await pay({ receivedAt: '2026-03-03T10:05:00Z', amountMinor: 500, professionalId: null, description: '=1+1' });
	const header =
		'Date,Time,Entry,Payer,For,Visit on,Service,Professional,Way of payment,Card,Received,Refunded,Currency,Receipt to,Receipt number,Stripe';
	const number = (paymentId: string) => paymentId.slice(0, 8).toUpperCase();
	const own = `2026-03-02,10:05,Payment,Jón,Session,2026-03-01,Session,Anna Demo,Cash,,85.50,,EUR,,${number(id)},`;
	expect(await save(anna.browser)).toBe(`\uFEFF${header}\r\n${own}\r\n`);
	expect(await save(manager)).toContain(`${own}\r\n2026-03-03,10:05,Payment,Jón Demo,'=1+1,,,,Card online,,500,,ISK,,`);
	for (const filter of [{ method: 'TRANSFER' }, { state: 'refunded' }, { search: 'Anna' }]) {
		expect(await save(manager, filter)).toBe(`\uFEFF${header}\r\n`);
	}
	expect(
		(await save(manager, { method: 'CASH,TRANSFER', state: 'received', search: 'session' })).split('\r\n')[1],
	).toBe(own);
});

test('of more payments than are read at once none is missing and none comes twice', async () => {
	const first = await pay({ receivedAt: '2026-03-02T10:00:00Z', amountMinor: 1 });
	const row = await backend.db.payment.findUniqueOrThrow({ where: { id: first } });
	await backend.db.payment.createMany({
		data: Array.from({ length: 1_200 }, (_, nth) => ({ ...row, id: randomUUID(), amountMinor: nth + 2 })),
	});
	const amounts = (await save(manager))
		.split('\r\n')
		.slice(1, -1)
		.map((line) => Number(line.split(',')[10]));
	expect(amounts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_201 }, (_, nth) => nth + 1));
});

test('what went back counts on the day on which it did; a refund that failed does not', async () => {
	const paymentId = await pay({ receivedAt: '2026-03-02T10:00:00Z', amountMinor: 19_500 });
	const refund = { clinicId: clinic.clinicId, paymentId, reason: '', requestedAt: new Date('2026-03-09T10:00:00Z') };
	await backend.db.refund.createMany({
		data: [
			{ ...refund, id: randomUUID(), amountMinor: 4_500, status: 'PENDING' },
			{ ...refund, id: randomUUID(), amountMinor: 1_000, status: 'FAILED' },
		],
	});
	expect(await read(manager)).toMatchObject([
		{
			...{ amountMinor: 15_000, payments: 1 },
			byDay: [
				{ date: '2026-03-02', amountMinor: 19_500 },
				{ date: '2026-03-09', amountMinor: -4_500 },
			],
		},
	]);
	expect(await save(manager)).toMatch(/2026-03-09,10:00,Refund,.*,,4500,ISK,/);
});

test('money lost to a dispute is gone on the day on which it was lost; what was won or is open is not', async () => {
	const dispute = { clinicId: clinic.clinicId, reason: 'fraudulent', amountMinor: 1_000, openedAt: new Date(0) };
	for (const status of ['LOST', 'WON', 'NEEDS_RESPONSE'] as const) {
		const paymentId = await pay({ receivedAt: '2026-03-02T10:00:00Z', amountMinor: 1_000 });
		const closedAt = status === 'NEEDS_RESPONSE' ? null : new Date('2026-03-09T10:00:00Z');
		const ids = { id: randomUUID(), providerId: `dp_${paymentId}`, paymentId };
		await backend.db.dispute.create({ data: { ...dispute, ...ids, status, closedAt, lastEventAt: new Date(0) } });
	}
	expect(await read(manager)).toMatchObject([
		{
			...{ amountMinor: 2_000, payments: 3 },
			byDay: [
				{ date: '2026-03-02', amountMinor: 3_000 },
				{ date: '2026-03-09', amountMinor: -1_000 },
			],
		},
	]);
	expect(await save(manager)).toMatch(/2026-03-09,10:00,Lost dispute,.*,,1000,ISK,/);
});

test('another clinic sees nothing of it; a period that ends before it starts is refused', async () => {
	await pay({ receivedAt: '2026-03-02T10:00:00Z', amountMinor: 100 });
	const other = await createClinic(backend.db);
	const stranger = (await signedIn(backend, other.clinicId, 'MANAGER')).browser;
	expect(await read(stranger)).toEqual([]);
	expect(await read(stranger, { professionalId: anna.memberId })).toEqual([]);
	await expect(read(manager, { from: '2026-04-01' })).rejects.toMatchObject({ code: 'VALIDATION' });
});
