import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refresh } from '../../../shared/contract/session.ts';
import * as contract from '../../../shared/contract/invoices.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { signedIn } from '../../testing/clinic.ts';
import { createScene, line } from './testing/scene.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

const scene = () => createScene(backend);

test('two visits and a line of its own make one invoice, which is numbered, sent, and paid once', async () => {
	const { browser, draft, send, visit, clientId } = await scene();
	const visits = [await visit('2026-03-04T10:00:00Z'), await visit('2026-03-05T10:00:00Z')];
	const made = await draft(visits);
	expect(made).toMatchObject({ state: 'DRAFT', number: null, currency: 'ISK', clientName: 'Jón Demo' });
	expect(made.lines.map(({ description }) => description)).toEqual([
		...['Session, 4. mars 2026', 'Session, 5. mars 2026'],
		'Report',
	]);
	expect(made.totals).toMatchObject({ grossMinor: 41_000, vatMinor: 387, netMinor: 40_613 });
	const sent = { state: 'SENT', number: '2026-0001', issuedOn: '2026-03-02', dueOn: '2026-03-16' };
	expect(await send(made.id)).toMatchObject(sent);

	const paid = () =>
		browser.call(contract.payInvoice, { params: { invoiceId: made.id }, body: { method: 'TRANSFER' } });
	const tries = await Promise.allSettled([paid(), paid(), paid()]);
	expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	expect(await backend.db.payment.findMany({ where: { clientId } })).toMatchObject([
		{ status: 'RECEIVED', method: 'TRANSFER', amountMinor: 41_000, invoiceId: made.id, description: '2026-0001' },
	]);
	const listed = await browser.call(contract.listInvoices, { query: { clientId } });
	expect(listed.invoices).toMatchObject([{ id: made.id, state: 'PAID' }]);
});

test('of 100 that are sent at once, those that fail leave no gap, and no number is given twice', async () => {
	const { send, clinicId, clientId, memberId } = await scene();
	const drafts = Array.from({ length: 100 }, () => ({ id: randomUUID() }));
	const common = { clinicId, clientId, createdById: memberId, currency: 'ISK' as const, createdAt: new Date(0) };
	await backend.db.invoice.createMany({ data: drafts.map(({ id }) => ({ id, ...common })) });
	const first = { ...line, clinicId, position: 0, status: 'DRAFT' } as const;
	await backend.db.invoiceLine.createMany({ data: drafts.map(({ id }) => ({ ...first, invoiceId: id })) });
	// Fails after the number was taken, in every fifth.
	const doomed = new Set<string>(drafts.filter((_, nth) => nth % 5 === 0).map(({ id }) => id));
	await backend.db.$executeRawUnsafe(`
		CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`);
	const names = [...doomed].map((id) => `'${id}'`).join(',');
	await backend.db.$executeRawUnsafe(`
		CREATE TRIGGER fail BEFORE UPDATE ON "Invoice" FOR EACH ROW WHEN (NEW."id" IN (${names})) EXECUTE FUNCTION fail()`);
	const sent = await Promise.allSettled(drafts.map(({ id }) => send(id)));
	await backend.db.$executeRawUnsafe('DROP TRIGGER fail ON "Invoice"');
	// On a busy machine others have waited too long: they must leave no gap either.
	const done = drafts.filter((_, nth) => sent[nth]?.status === 'fulfilled').map(({ id }) => id);
	expect(done.length).toBeGreaterThan(40);
	const numbered = await backend.db.invoice.findMany({
		where: { clinicId, number: { not: null } },
		orderBy: { number: 'asc' },
	});
	expect(numbered.map(({ number }) => number)).toEqual(numbered.map((_, nth) => nth + 1));
	const ids = numbered.map(({ id }) => id);
	expect(ids).toEqual(expect.arrayContaining(done));
	expect(ids.filter((id) => doomed.has(id))).toEqual([]);
}, 60_000);

test('a visit is on one invoice that holds, and free again with its credit note', async () => {
	const { browser, draft, send, visit } = await scene();
	const attendeeId = await visit('2026-03-04T10:00:00Z');
	const first = await draft([attendeeId]);
	await expect(draft([attendeeId])).rejects.toMatchObject({ code: 'CONFLICT' });
	const takeBack = () =>
		browser.call(contract.voidInvoice, { params: { invoiceId: first.id }, body: { reason: 'Wrong client' } });
	await expect(takeBack()).rejects.toMatchObject({ code: 'CONFLICT' });
	await send(first.id);
	const creditNote = { number: '2026-0001', issuedOn: '2026-03-02', reason: 'Wrong client' };
	expect(await takeBack()).toMatchObject({ state: 'VOID', number: '2026-0001', creditNote });
	await expect(takeBack()).rejects.toMatchObject({ code: 'CONFLICT' });
	expect(await send((await draft([attendeeId])).id)).toMatchObject({ number: '2026-0002' });
});

test('a line has its date as the client’s language writes it', async () => {
	const { draft, visit, clientId } = await scene();
	await backend.db.client.update({ where: { id: clientId }, data: { locale: 'en' } });
	const { lines } = await draft([await visit('2026-03-04T10:00:00Z')]);
	expect(lines[0]).toMatchObject({ description: 'Session, 4 March 2026' });
});

test('what was sent never changes, by SQL neither', async () => {
	const { browser, draft, send, clinicId } = await scene();
	const { id } = await send((await draft()).id);
	/** All of it but how its mail gets on. */
	const read = async () => {
		const { mails: _, ...invoice } = await browser.call(contract.getInvoice, { params: { invoiceId: id } });
		return invoice;
	};
	const before = await read();
	const refused = async (statement: string) => {
		await expect(backend.db.$executeRawUnsafe(statement)).rejects.toThrow(/never changes/);
	};
	await refused(`UPDATE "Invoice" SET "dueOn" = '2030-01-01' WHERE "id" = '${id}'`);
	await refused(`UPDATE "Invoice" SET "status" = 'DRAFT' WHERE "id" = '${id}'`);
	await refused(`DELETE FROM "Invoice" WHERE "id" = '${id}'`);
	await refused(`UPDATE "InvoiceLine" SET "unitMinor" = 1 WHERE "invoiceId" = '${id}'`);
	await refused(`DELETE FROM "InvoiceLine" WHERE "invoiceId" = '${id}'`);
	await refused(`INSERT INTO "InvoiceLine" VALUES ('${clinicId}', '${id}', 9, 'SENT', 'More', 1, 1, 0, NULL)`);
	await expect(browser.call(contract.deleteInvoice, { params: { invoiceId: id } })).rejects.toMatchObject({
		code: 'CONFLICT',
	});
	await backend.db.client.updateMany({ where: { clinicId }, data: { name: 'Somebody Else' } });
	expect(await read()).toEqual(before);
});

test('a draft goes without a trace, and one over nothing is not sent', async () => {
	const { browser, draft, send } = await scene();
	const free = await draft([], [{ ...line, unitMinor: 0 }]);
	await expect(send(free.id)).rejects.toMatchObject({ code: 'CONFLICT' });
	await browser.call(contract.deleteInvoice, { params: { invoiceId: free.id } });
	expect(await send((await draft()).id)).toMatchObject({ number: '2026-0001' });
	const dear = { ...line, quantity: 999, unitMinor: 99_999_999 };
	await expect(draft([], [dear])).rejects.toMatchObject({ code: 'VALIDATION' });
	await expect(draft([], [{ ...line, unitMinor: 0.5 }])).rejects.toMatchObject({ code: 'VALIDATION' });
	await expect(draft([], [{ ...line, quantity: -1 }])).rejects.toMatchObject({ code: 'VALIDATION' });
});

test('a draft is written anew, and of two who do so at once one is told', async () => {
	const { browser, draft, send, visit } = await scene();
	const [kept, gone, added] = [
		await visit('2026-03-04T10:00:00Z'),
		await visit('2026-03-05T10:00:00Z'),
		await visit('2026-03-06T10:00:00Z'),
	];
	const { id, version } = await draft([kept, gone]);
	const other = await draft([], [line]);
	const write = (visits: string[], wanted: Partial<typeof line>[] = []) =>
		browser.call(contract.changeInvoice, {
			params: { invoiceId: id },
			body: {
				version,
				visits: visits.map((attendeeId) => ({ attendeeId, vatBasisPoints: 2_400 })),
				lines: wanted.map((each) => ({ ...line, ...each })),
			},
		});
	await expect(write([], [])).rejects.toMatchObject({ code: 'VALIDATION' });
	const tries = await Promise.allSettled([
		write([added, kept], [{ description: 'Letter' }]),
		write([added, kept], [{ description: 'Letter' }]),
	]);
	expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
	const now = await browser.call(contract.getInvoice, { params: { invoiceId: id } });
	expect(now.lines).toMatchObject([
		{ attendeeId: added, vatBasisPoints: 2_400 },
		{ attendeeId: kept },
		{ description: 'Letter', attendeeId: null },
	]);
	expect(now.version).toBe(version + 1);
	// What went from it can be on another one, and what is on it cannot.
	const onOther = (attendeeId: string) =>
		browser.call(contract.changeInvoice, {
			params: { invoiceId: other.id },
			body: { version: other.version, visits: [{ attendeeId, vatBasisPoints: 0 }], lines: [] },
		});
	await expect(onOther(kept)).rejects.toMatchObject({ code: 'CONFLICT' });
	expect((await onOther(gone)).lines).toMatchObject([{ attendeeId: gone }]);
	await send(other.id);
	await expect(onOther(added)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('the list comes page by page, newest first, whole or in one state', async () => {
	const { browser, draft, send, clinicId, clientId, memberId: createdById } = await scene();
	const overdue = await send((await draft()).id);
	await backend.db.invoice.createMany({
		data: Array.from({ length: 60 }, (_, nth) => ({
			...{ id: randomUUID(), clinicId, clientId, createdById, currency: 'ISK' },
			// Some at the same instant, so that the id decides.
			createdAt: new Date(Math.floor(nth / 3)),
		})),
	});
	const first = await browser.call(contract.listInvoices, { query: {} });
	const second = await browser.call(contract.listInvoices, { query: { cursor: first.next ?? '' } });
	expect([first.invoices.length, second.invoices.length, second.next]).toEqual([50, 11, null]);
	const all = [...first.invoices, ...second.invoices];
	expect(new Set(all.map(({ id }) => id)).size).toBe(61);
	expect(all.map(({ createdAt }) => createdAt)).toEqual(
		all
			.map(({ createdAt }) => createdAt)
			.toSorted()
			.toReversed(),
	);
	const ids = async (state: contract.Invoice['state']) =>
		(await browser.call(contract.listInvoices, { query: { state } })).invoices.map(({ id }) => id);
	expect([await ids('SENT'), await ids('OVERDUE'), (await ids('DRAFT')).length]).toEqual([[overdue.id], [], 50]);
	backend.clock.pass(15 * 86_400_000);
	await browser.call(refresh, {});
	expect([await ids('SENT'), await ids('OVERDUE')]).toEqual([[], [overdue.id]]);
	backend.clock.pass(-15 * 86_400_000);
});

test('a colleague sees no invoice that somebody else made, nor puts their visits on one', async () => {
	const { draft, visit, clinicId, clientId } = await scene();
	const { id } = await draft();
	const attendeeId = await visit('2026-03-04T10:00:00Z');
	const { browser: colleague } = await signedIn(backend, clinicId);
	await expect(colleague.call(contract.getInvoice, { params: { invoiceId: id } })).rejects.toMatchObject({
		code: 'NOT_FOUND',
	});
	expect(await colleague.call(contract.listInvoices, { query: {} })).toEqual({ invoices: [], next: null });
	const wanted = { id: randomUUID(), clientId, visits: [{ attendeeId, vatBasisPoints: 0 }], lines: [] };
	await expect(colleague.call(contract.createInvoice, { body: wanted })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
