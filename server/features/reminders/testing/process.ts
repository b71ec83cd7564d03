// A server's part that reminds, as a process of its own for a test that kills it: database, clock, where messages go.
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { z } from 'zod';
import { createTranslate } from '../../../adapters/i18n.ts';
import { startJobs } from '../../../adapters/jobs.ts';
import { createJoinLinks } from '../../../adapters/links.ts';
import { createMailQueue } from '../../../adapters/mail/queue.ts';
import { startMailWorker } from '../../../adapters/mail/worker.ts';
import { openDatabase } from '../../../adapters/prisma/database.ts';
import { createReminderSweep } from '../sweep.ts';

const [url, now, deliveries] = z.tuple([z.url(), z.coerce.date(), z.url()]).parse(process.argv.slice(2));
const db = openDatabase(url);
const ambient = { now: () => now, newId: randomUUID };
const jobs = await startJobs(url, pino({ level: 'silent' }));
const deliver = async ({ id, to }: { id: string; to: string }) => {
	await fetch(deliveries, { method: 'POST', body: JSON.stringify({ id, to }) });
};
const noFile = () => Promise.reject(new Error('a reminder has no files'));
const noLetter = () => {
	throw new Error('a reminder has its words');
};
await startMailWorker({
	db,
	jobs,
	ambient,
	makeFile: noFile,
	makeLetter: noLetter,
	send: { EMAIL: deliver, SMS: deliver },
});
await createReminderSweep({
	...{ db, ambient, translate: createTranslate(), smsAvailable: true, messages: createMailQueue(ambient) },
	links: createJoinLinks('https://samtal.example', 'a secret for tests, long enough to sign with'),
})();
