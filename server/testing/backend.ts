import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Router } from 'express';
import { pino } from 'pino';
import type { ToolName } from '../../shared/contract/signalling/notifications.ts';
import { expandInThread } from '../adapters/external-calendar/expand.ts';
import { createCalendarFetch, internet } from '../adapters/external-calendar/fetchCalendar.ts';
import { createTranslate } from '../adapters/i18n.ts';
import { startJobs, type Jobs } from '../adapters/jobs.ts';
import { createJoinLinks, type JoinLinks } from '../adapters/links.ts';
import { createMailQueue } from '../adapters/mail/queue.ts';
import { leaveInOutbox } from '../adapters/mail/transport.ts';
import { startMailWorker } from '../adapters/mail/worker.ts';
import type { Database } from '../adapters/prisma/database.ts';
import { createTokens, type Tokens } from '../adapters/tokens.ts';
import { createApp } from '../app.ts';
import { bindFeatures } from '../bindFeatures.ts';
import { createAuthenticate } from '../features/auth/authenticate.ts';
import { feedFiles } from '../features/feeds/feed-file.ts';
import { createOpenWaitingLink } from '../features/appointments/group/door.ts';
import { createOpenJoinLink } from '../features/join/door.ts';
import { createOpenOwnPage } from '../features/own-page/door.ts';
import type { SendOut } from '../features/ports.ts';
import { createInvoiceReminders } from '../features/invoices/reminders/sweep.ts';
import { createOpenPayer } from '../features/payments/link/door.ts';
import { requirePayment } from '../features/payments/payFirst.ts';
import { createReminderSweep } from '../features/reminders/sweep.ts';
import { outboxPages } from '../sandbox/outbox.ts';
import { createMakeFile } from '../makeFile.ts';
import { createMakeLetter } from '../features/appointments/later-mails.ts';
import { openTestDatabase } from './database.ts';

/** The clock of a test: it stands still until it is moved. */
export interface TestClock {
	now: () => Date;
	/** Moves the clock on. */
	pass(milliseconds: number): void;
}

export interface TestBackend {
	/** `http://127.0.0.1:port` */
	origin: string;
	db: Database;
	clock: TestClock;
	tokens: Tokens;
	links: JoinLinks;
	jobs: Jobs;
	/** What the people in calls were told, in order. */
	toolNews: { appointmentId: string; tool: ToolName }[];
	/** Who was put out of which call, in order. */
	sentOut: { appointmentId: string; attendeeId: string }[];
	/** Writes the reminders that are due on the test's clock. */
	sweepReminders(): Promise<void>;
	/** Writes the reminders of overdue invoices that are due on it. */
	sweepInvoices(): Promise<void>;
	close(): Promise<void>;
}

const secret = 'a secret for tests, long enough to sign with';

/** The backend's features over real HTTP on a database of its own, with a clock that the test moves. */
export async function startTestBackend({
	startAt = '2026-03-02T08:00:00Z',
	relayAvailable = false,
	smsAvailable = true,
	fetchCalendar = createCalendarFetch(internet),
} = {}): Promise<TestBackend> {
	const { url, db, close: closeDatabase } = await openTestDatabase();
	const log = pino({ level: 'silent' });
	let time = Date.parse(startAt);
	const clock = { now: () => new Date(time), pass: (milliseconds: number) => void (time += milliseconds) };
	const ambient = { now: clock.now, newId: randomUUID };
	const jobs = await startJobs(url, log);
	const tokens = createTokens(secret, clock.now);
	const toolNews: TestBackend['toolNews'] = [];
	const notifyTool = (appointmentId: string, tool: ToolName) => void toolNews.push({ appointmentId, tool });
	const sentOut: TestBackend['sentOut'] = [];
	const sendOut: SendOut = (appointmentId, attendeeId) => void sentOut.push({ appointmentId, attendeeId });
	const translate = createTranslate();
	const makeFile = createMakeFile({ db, ambient, translate });

	const server = createServer((request, response) => app(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const links = createJoinLinks(origin, secret);
	const makeLetter = createMakeLetter({ links, translate });
	const send = { EMAIL: leaveInOutbox, SMS: leaveInOutbox };
	await startMailWorker({ db, jobs, ambient, makeFile, makeLetter, send });
	const mail = createMailQueue(ambient);
	const feedDeps = { db, ambient, origin, fetchCalendar, expand: expandInThread };
	const reminderDeps = { db, ambient, links, translate, smsAvailable };
	const sweepReminders = createReminderSweep({ ...reminderDeps, messages: mail });
	const sweepInvoices = createInvoiceReminders({ db, ambient, mail, translate, links });
	const featureDeps = {
		// There is no Stripe here: nothing has begun to be paid.
		withdrawRequest: async (id: string) =>
			void (await db.payment.update({ where: { id }, data: { status: 'CANCELLED' } })),
		requirePayment: (attendeeId: string) => requirePayment(attendeeId, { ...ambient, database: db, notifyTool }),
		...{ ...reminderDeps, ...feedDeps },
		...{ tokens, mail, notifyTool, sendOut, relayAvailable },
	};
	const openJoinLink = createOpenJoinLink({ db, ambient, links });
	const app = createApp({
		doorkeeper: {
			authenticate: createAuthenticate({ db, ambient, tokens }),
			openJoinLink,
			openPayer: createOpenPayer({ db, ambient, links, openJoinLink }),
			openOwnPage: createOpenOwnPage(tokens),
			openWaitingLink: createOpenWaitingLink(links),
		},
		features: (routes) => {
			bindFeatures(routes, featureDeps);
		},
		webhooks: Router(),
		feeds: feedFiles(feedDeps),
		sandboxes: [outboxPages(db, makeFile, makeLetter)],
		health: Router(),
		pages: Router(),
		log,
		trustProxy: false,
	});

	const close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		await jobs.stop();
		await closeDatabase();
	};
	return { origin, db, clock, tokens, links, jobs, toolNews, sentOut, sweepReminders, sweepInvoices, close };
}
