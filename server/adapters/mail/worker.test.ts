import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../../testing/database.ts';
import { startJobs, type Jobs } from '../jobs.ts';
import { sql, type Database } from '../prisma/database.ts';
import type { LaterFile } from '../../features/ports.ts';
import { createMailQueue, mailQueueName, mailRetries } from './queue.ts';
import type { SendMessage } from './transport.ts';
import { startMailWorker } from './worker.ts';

const now = new Date('2026-03-02T08:00:00Z');
const ambient = { now: () => now, newId: () => randomUUID() };
const mail = {
	...{ clinicId: randomUUID(), to: 'jon@example.com', subject: 'Subject', text: 'Text', buttons: [] },
	attachments: [{ filename: 'a.ics', contentType: 'text/calendar', content: 'BEGIN' }],
};

const noSms = () => Promise.reject(new Error('This is no SMS.'));

let closeDatabase: () => Promise<void>;
let db: Database;
let jobs: Jobs;
beforeEach(async () => {
	const opened = await openTestDatabase();
	({ db, close: closeDatabase } = opened);
	jobs = await startJobs(opened.url, pino({ level: 'silent' }));
	await jobs.createQueue(mailQueueName, mailRetries);
});
afterEach(async () => {
	await jobs.stop();
	await closeDatabase();
});

const makeFile = async (wanted: LaterFile) => ({
	filename: Object.values(wanted).join(),
	contentType: 'application/pdf',
	content: '',
});
const makeLetter = (kept: unknown) => ({ ...mail, subject: JSON.stringify(kept) });
const startWorker = (send: SendMessage) =>
	startMailWorker({ db, jobs, ambient, makeFile, makeLetter, send: { EMAIL: send, SMS: noSms } });
const status = async () => (await db.message.findMany()).map((message) => message.status);
/** As if the first tries were long ago: `retries` more of them, at once. */
const hurry = (retries: number) =>
	db.$executeRaw`UPDATE pgboss.job SET retry_limit = ${retries}::int, retry_delay = 0, retry_backoff = false`;

test('a mail goes out whole, once, when its transaction commits', async () => {
	const sent: unknown[] = [];
	await startWorker(async (each) => void sent.push(each));
	await db.$transaction((tx) => createMailQueue(ambient).enqueue(tx, mail));
	await expect.poll(status, { timeout: 15_000 }).toEqual(['SENT']);
	expect(sent).toEqual([expect.objectContaining(mail)]);
	expect(await db.message.findFirst()).toMatchObject({ sentAt: now });
});

test('a file that is made when the mail leaves is in it', async () => {
	const sent: unknown[] = [];
	await startWorker(async (each) => void sent.push(each));
	const invoiceId = randomUUID();
	await createMailQueue(ambient).enqueue(db, { ...mail, attachments: [{ invoiceId }] });
	await expect.poll(status, { timeout: 15_000 }).toEqual(['SENT']);
	expect(sent).toEqual([expect.objectContaining({ attachments: [await makeFile({ invoiceId })] })]);
});

test('a letter that is made when the mail leaves is sent, and kept as what it is made of', async () => {
	const sent: unknown[] = [];
	const letter = { visit: 'a' };
	const { clinicId, to } = mail;
	const only = sql`JOIN (SELECT ${clinicId}::uuid AS "id") happened ON happened."id" = m."causeId"`;
	const writes = createMailQueue(ambient).writesOf([{ clinicId, to, letter, causeId: clinicId }], only);
	await db.rows(sql`WITH ${writes} SELECT`);
	expect(await db.message.findFirst()).toMatchObject({ letter, subject: '', text: '' });
	await startWorker(async (each) => void sent.push(each));
	await expect.poll(status, { timeout: 15_000 }).toEqual(['SENT']);
	expect(sent).toEqual([expect.objectContaining({ ...mail, subject: '{"visit":"a"}' })]);
});

test('of a transaction that fails no mail is left', async () => {
	const failing = db.$transaction(async (tx) => {
		await createMailQueue(ambient).enqueue(tx, mail);
		throw new Error('The cause did not happen.');
	});
	await expect(failing).rejects.toThrow('did not happen');
	expect(await status()).toEqual([]);
	expect(await db.$queryRaw`SELECT 1 FROM pgboss.job WHERE name = ${mailQueueName}`).toEqual([]);
});

test('a refused mail is tried again', async () => {
	await createMailQueue(ambient).enqueue(db, mail);
	await hurry(3);
	let tries = 0;
	const send = async () => {
		tries += 1;
		if (tries < 3) throw new Error('421 busy');
	};
	await startWorker(send);
	await expect.poll(status, { timeout: 15_000 }).toEqual(['SENT']);
	expect(tries).toBe(3);
});

test('a mail that is refused to the end stays as failed', async () => {
	await createMailQueue(ambient).enqueue(db, mail);
	await hurry(1);
	await startWorker(() => Promise.reject(new Error('550 no such user')));
	await expect.poll(status, { timeout: 15_000 }).toEqual(['FAILED']);
});
