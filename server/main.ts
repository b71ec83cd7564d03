import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Router } from 'express';
import { pino } from 'pino';
import { seedDemo } from '../prisma/seed.ts';
import { MediaServer } from '../sfu/MediaServer.ts';
import { createSignalling } from '../signalling/createSignalling.ts';
import { expandInThread } from './adapters/external-calendar/expand.ts';
import { createCalendarFetch, internet } from './adapters/external-calendar/fetchCalendar.ts';
import { createTranslate } from './adapters/i18n.ts';
import { startJobs, startRoutine } from './adapters/jobs.ts';
import { createJoinLinks } from './adapters/links.ts';
import { createMailQueue } from './adapters/mail/queue.ts';
import { createSmtp, leaveInOutbox } from './adapters/mail/transport.ts';
import { startMailWorker } from './adapters/mail/worker.ts';
import { startDatabase } from './adapters/postgres/database.ts';
import { openDatabase } from './adapters/prisma/database.ts';
import { createTwilioSms } from './adapters/sms/twilio.ts';
import { createSecretBox } from './adapters/secretBox.ts';
import { createTokens } from './adapters/tokens.ts';
import { createApp } from './app.ts';
import { endOnOrder } from './endOnOrder.ts';
import { readEnv, type Env } from './env.ts';
import { bindFeatures } from './bindFeatures.ts';
import { createAuthenticate } from './features/auth/authenticate.ts';
import { createCallLogRecord } from './features/call-log/record.ts';
import { createExternalCalendars } from './features/feeds/external.ts';
import { feedFiles } from './features/feeds/feed-file.ts';
import { createOpenWaitingLink } from './features/appointments/group/door.ts';
import { createOpenJoinLink } from './features/join/door.ts';
import { createOpenOwnPage } from './features/own-page/door.ts';
import { createVisitProgress } from './features/join/progress.ts';
import { closeStatements } from './features/payments/statements/close.ts';
import { createInvoiceReminders } from './features/invoices/reminders/sweep.ts';
import { createOpenPayer } from './features/payments/link/door.ts';
import { requirePayment } from './features/payments/payFirst.ts';
import { addPaymentRoutes } from './features/payments/routes.ts';
import { createEventApplier } from './features/payments/events/applier.ts';
import { forgetRevoked } from './features/payments/cards/forget.ts';
import { reconcile } from './features/payments/events/reconcile.ts';
import { withdrawRequest } from './features/payments/withdraw.ts';
import { withdrawCancelled } from './features/payments/withdrawCancelled.ts';
import { createPaymentWebhook } from './features/payments/events/webhook.ts';
import { createFindKeys } from './features/payments/setup/ownKeys/keep.ts';
import { finishRefunds } from './features/payments/refunds/finish.ts';
import { createQualityRecord } from './features/quality/record.ts';
import { createReminderSweep } from './features/reminders/sweep.ts';
import { healthRoutes } from './http/health.ts';
import { builtPages } from './http/pages.ts';
import { createIceServers } from './ice.ts';
import { createWebServer, finishRequests, listen, networkAddress } from './listen.ts';
import { createMakeFile } from './makeFile.ts';
import { createMakeLetter } from './features/appointments/later-mails.ts';
import { openPayments } from './openPayments.ts';
import { outboxPages } from './sandbox/outbox.ts';
import { StartError } from './startError.ts';
import { describe, type Welcome } from './welcome.ts';

/** Longer than any visit, shorter than a join link after it: whoever comes back needs a ticket as well. */
const resumeSeconds = 12 * 3_600;

/** Who has lost a socket has 20 s to come back: a database that hangs must not use them up. In milliseconds. */
const soonMs = 1_000;

interface Options {
	/** Serve with the data folder's own certificate, on the network. */
	https: boolean;
}

interface Samtal {
	welcome: Welcome;
	runningCalls(): number;
	drainSeconds: number;
	drain(): Promise<void>;
	/** Ends everything that was started, in reverse order. */
	close(): Promise<void>;
}

/** Wires the whole of Samtal and listens. Whatever fails on the way, what had been started is ended. */
async function start(env: Env, { https }: Options): Promise<Samtal> {
	await using starting = new AsyncDisposableStack();
	const log = pino({ level: env.logLevel }, pino.destination({ dest: 2, sync: true }));
	const ambient = { now: () => new Date(), newId: randomUUID };
	const host = env.host ?? (https || env.mode === 'production' ? '0.0.0.0' : '127.0.0.1');
	const name = host === '0.0.0.0' ? networkAddress() : host;
	const origin = env.publicUrl ? new URL(env.publicUrl).origin : `${https ? 'https' : 'http'}://${name}:${env.port}`;

	const { url: databaseUrl, stop } = await startDatabase({ dataDir: env.dataDir, databaseUrl: env.databaseUrl });
	starting.defer(stop);
	const db = openDatabase(databaseUrl);
	starting.defer(() => db.$disconnect());
	/** Whether the database does, now. */
	const answers = () =>
		db.$queryRaw`SELECT 1`.then(
			() => true,
			() => false,
		);
	const jobs = await startJobs(databaseUrl, log);
	starting.defer(() => jobs.stop());

	const tokens = createTokens(env.secret, ambient.now);
	const links = createJoinLinks(origin, env.secret);
	const translate = createTranslate();
	const mail = createMailQueue(ambient);
	const makeFile = createMakeFile({ db, ambient, translate });
	const makeLetter = createMakeLetter({ links, translate });
	await startMailWorker({
		db,
		jobs,
		ambient,
		makeFile,
		makeLetter,
		send: {
			EMAIL: env.smtpUrl ? createSmtp(env.smtpUrl, env.mailFrom) : leaveInOutbox,
			SMS: env.sms ? createTwilioSms(env.sms) : leaveInOutbox,
		},
	});
	const smsAvailable = env.sms !== undefined || env.mode !== 'production';
	const reminderDeps = { db, ambient, links, translate, smsAvailable };
	await startRoutine(
		jobs,
		{ name: 'reminders', cron: '* * * * *' },
		createReminderSweep({ ...reminderDeps, messages: mail }),
	);
	await startRoutine(
		jobs,
		{ name: 'invoice-reminders', cron: '*/5 * * * *' },
		createInvoiceReminders({ db, ambient, mail, translate, links }),
	);
	const fetchCalendar = createCalendarFetch(internet);
	const feedDeps = { db, ambient, origin, fetchCalendar, expand: expandInThread };
	const external = createExternalCalendars(feedDeps);
	await startRoutine(jobs, { name: 'external-calendars', cron: '*/5 * * * *' }, () => external.readDue());
	const secrets = createSecretBox(env.secret);
	const findOwnKeys = createFindKeys(db, secrets);
	const payments = await openPayments(env, { ...ambient, log, findOwnKeys });
	starting.defer(payments.close);

	const media = await MediaServer.create({
		workerBinary: env.sfu.workerBin,
		workers: availableParallelism(),
		listenIp: env.sfu.listenIp,
		// Browsers resolve no names in ICE candidates.
		announcedAddress: env.sfu.announcedAddress ?? (isIP(name) ? name : networkAddress()),
		port: env.sfu.port,
		log,
	});
	starting.defer(() => media.close());

	const webServer = await createWebServer(
		(request, response) => app(request, response),
		https ? { dataDir: env.dataDir } : undefined,
	);
	starting.defer(() => finishRequests(webServer));
	const signalling = createSignalling({
		httpServer: webServer,
		backend: {
			...createVisitProgress(db, ambient.now),
			...createQualityRecord({ db, ambient }),
			...createCallLogRecord({ db }),
			readCallTicket: (ticket) => tokens.verify('call', ticket),
			readWorkstationTicket: (ticket) => tokens.verify('workstation', ticket),
			givesTickets: () => Promise.race([answers(), after(soonMs, false, { ref: false })]),
			signPeerRecord: (record) => tokens.sign('resume', record, resumeSeconds),
			readPeerRecord: (token) => tokens.verify('resume', token),
			iceServers: createIceServers(env.turn, ambient.now),
		},
		media,
		keySuite: env.keySuite,
		now: ambient.now,
		randomUUID: ambient.newId,
		log,
	});
	starting.defer(() => signalling.close());
	const { notifyTool, sendOut } = signalling;

	const paymentDeps = {
		...ambient,
		origin,
		database: db,
		provider: payments.provider,
		accounts: payments.accounts,
		keyed: payments.keyed,
		...{ secrets, findOwnKeys, links },
		mail,
		translate,
		notifyTool,
		log,
	};
	const applier = createEventApplier(paymentDeps);
	starting.defer(() => applier.idle());
	await startRoutine(jobs, { name: 'payments', cron: '* * * * *' }, async () => {
		await applier.sweep();
		await reconcile(paymentDeps);
		await finishRefunds(paymentDeps);
		await forgetRevoked(paymentDeps);
		await withdrawCancelled(paymentDeps);
	});
	await startRoutine(jobs, { name: 'statements', cron: '7 * * * *' }, () => closeStatements(paymentDeps));
	const featureDeps = {
		requirePayment: (attendeeId: string) => requirePayment(attendeeId, paymentDeps),
		withdrawRequest: (paymentId: string) => withdrawRequest(paymentId, paymentDeps),
		...{ ...reminderDeps, ...feedDeps },
		...{ tokens, mail, notifyTool, sendOut, relayAvailable: env.turn !== undefined },
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
			addPaymentRoutes(routes, paymentDeps);
		},
		webhooks: createPaymentWebhook(paymentDeps, applier),
		feeds: feedFiles(feedDeps),
		sandboxes: [
			env.smtpUrl && (env.sms || !smsAvailable) ? Router() : outboxPages(db, makeFile, makeLetter),
			payments.pages,
		],
		health: healthRoutes(async () => {
			const database = await answers();
			const calls = signalling.health();
			return { ready: database && !calls.draining, database, media: await media.health(), signalling: calls };
		}),
		pages: builtPages(path.resolve(import.meta.dirname, '../dist/client')),
		log,
		trustProxy: env.mode === 'production',
	});
	const demo = env.mode === 'production' ? undefined : await seedDemo({ db, ambient, links });

	await listen(webServer, env.port, host);
	payments.deliverTo(app);
	const running = starting.move();
	return {
		welcome: { origin, demo },
		runningCalls: () => signalling.health().running,
		drainSeconds: env.drainSeconds,
		drain: () => signalling.drain(env.drainSeconds * 1_000),
		close: () => running.disposeAsync(),
	};
}

async function main(): Promise<void> {
	const options = new Set(process.argv.slice(2));
	try {
		const starting = start(readEnv(), { https: options.has('--https') });
		endOnOrder(starting);
		const { welcome } = await starting;
		process.stdout.write(`${describe(welcome, options.has('--json') ? 'json' : 'text')}\n`);
	} catch (error) {
		if (!(error instanceof StartError)) throw error;
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	}
}

await main();
