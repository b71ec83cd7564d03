import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startJobs } from '../../adapters/jobs.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import { createClinic, createMember } from '../../testing/clinic.ts';
import { openTestDatabase } from '../../testing/database.ts';

const people = 1_000;
const now = new Date('2026-03-02T08:00:00Z');
const startsAt = new Date('2026-03-03T07:30:00Z');
const endsAt = new Date('2026-03-03T08:20:00Z');
const delivery = z.object({ id: z.uuid(), to: z.string() });

let url: string;
let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
	({ url, db, close } = await openTestDatabase());
});
afterAll(() => close());

/** A thousand visits at one time, each with a professional and a client of its own. */
async function bookThousand() {
	const { clinicId, officeId, serviceId } = await createClinic(db);
	const { id: template } = await createMember(db, clinicId);
	const member = await db.member.findUniqueOrThrow({ where: { id: template } });
	const all = Array.from({ length: people }, (_, nth) => ({
		...{ nth, professionalId: randomUUID(), clientId: randomUUID(), appointmentId: randomUUID() },
	}));
	await db.member.createMany({
		data: all.map(({ nth, professionalId: id }) => ({ ...member, id, email: `member-${nth}@example.com` })),
	});
	const client = { clinicId, name: 'Jón Demo', phone: '+354 555 0101', locale: 'is', createdAt: new Date(0) };
	await db.client.createMany({
		data: all.map(({ nth, clientId: id }) => ({ ...client, id, email: `client-${nth}@example.com` })),
	});
	const visit = { clinicId, startsAt, endsAt, status: 'PLANNED' as const };
	const price = { amountMinor: 19_500, currency: 'ISK' as const, createdAt: new Date(0) };
	await db.appointment.createMany({
		data: all.map(({ appointmentId: id, professionalId }) => ({
			...{ ...visit, ...price, id, professionalId, officeId, serviceId },
		})),
	});
	await db.attendee.createMany({
		data: all.map(({ appointmentId, clientId }) => ({
			...{ ...visit, id: randomUUID(), appointmentId, clientId, kind: 'CLIENT' as const, name: 'Jón Demo' },
		})),
	});
	const rule = { channel: 'EMAIL' as const, hoursBefore: 24, subject: '{service}', text: '{client}, {date}\n\n{link}' };
	const since = { activeSince: new Date(0), createdAt: new Date(0), enabled: true };
	await db.reminderRule.create({ data: { ...rule, ...since, id: randomUUID(), clinicId } });
}

test('a process that is killed in the middle of 1,000 reminders, twice: each is written once and comes as one mail', async () => {
	await bookThousand();
	const delivered: z.infer<typeof delivery>[] = [];
	const outside = createServer(async (request, response) => {
		delivered.push(delivery.parse(await json(request)));
		response.end();
	}).listen(0, '127.0.0.1');
	await once(outside, 'listening');
	const { port } = z.object({ port: z.number() }).parse(outside.address());
	const program = path.join(import.meta.dirname, 'testing/process.ts');
	const start = () => {
		const args = [program, url, now.toISOString(), `http://127.0.0.1:${port}`];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
		return { child, ended: once(child, 'exit') };
	};
	const written = () => db.reminder.count();
	const waiting = { timeout: 60_000, interval: 20 };

	const first = start();
	await expect.poll(written, waiting).toBeGreaterThan(200);
	first.child.kill('SIGKILL');
	await first.ended;
	// A batch is whole or not there at all.
	expect((await written()) % 100).toBe(0);
	expect(await db.message.count()).toBe(await written());

	const second = start();
	await expect.poll(() => delivered.length, waiting).toBeGreaterThan(400);
	second.child.kill('SIGKILL');
	await second.ended;

	const third = start();
	// What the dead held is taken up after five minutes: as if they had passed.
	const jobs = await startJobs(url, pino({ level: 'silent' }));
	await db.$executeRaw`UPDATE pgboss.job SET started_on = started_on - interval '1 hour', retry_delay = 0,
		retry_backoff = false WHERE state = 'active' AND name = 'mail'`;
	await jobs.supervise('mail');
	await expect.poll(() => db.message.count({ where: { status: 'SENT' } }), waiting).toBe(people);
	third.child.kill('SIGKILL');
	await third.ended;
	await jobs.stop();
	outside.close();

	expect(await written()).toBe(people);
	expect(await db.message.count()).toBe(people);
	const mails = new Map(delivered.map(({ id, to }) => [id, to]));
	expect(mails.size).toBe(people);
	expect(new Set(mails.values()).size).toBe(people);
	// What was on its way when a process died goes again, under the same Message-ID; it is no more than one batch each time.
	expect(delivered.length - people).toBeLessThanOrEqual(100);
}, 180_000);
