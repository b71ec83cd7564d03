import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Router } from 'express';
import { pino } from 'pino';
import type { ToolName } from '../../shared/contract/signalling/notifications.ts';
import { createTranslate } from '../adapters/i18n.ts';
import { startJobs, type Jobs } from '../adapters/jobs.ts';
import { createJoinLinks, type JoinLinks } from '../adapters/links.ts';
import { createMailQueue } from '../adapters/mail/queue.ts';
import { leaveInOutbox } from '../adapters/mail/transport.ts';
import { startMailWorker } from '../adapters/mail/worker.ts';
import type { Database } from '../adapters/prisma/database.ts';
import { createTokens, type Tokens } from '../adapters/tokens.ts';
import { createApp } from '../app.ts';
import { createBooking } from '../features/appointments/book.ts';
import { appointmentRoutes } from '../features/appointments/routes.ts';
import { createAuthenticate } from '../features/auth/authenticate.ts';
import { authRoutes } from '../features/auth/routes.ts';
import { createFindFree } from '../features/availability/findFree.ts';
import { availabilityRoutes } from '../features/availability/routes.ts';
import { bookingRoutes } from '../features/booking/routes.ts';
import { clinicRoutes } from '../features/clinic/routes.ts';
import { clientRoutes } from '../features/clients/routes.ts';
import { createOpenJoinLink } from '../features/join/door.ts';
import { joinRoutes } from '../features/join/routes.ts';
import { noteRoutes } from '../features/notes/routes.ts';
import { qualityRoutes } from '../features/quality/routes.ts';
import { scheduleRoutes } from '../features/schedule/routes.ts';
import { outboxPages } from '../sandbox/outbox.ts';
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
	close(): Promise<void>;
}

const secret = 'a secret for tests, long enough to sign with';

/** The backend's features over real HTTP on a database of its own, with a clock that the test moves. */
export async function startTestBackend({
	startAt = '2026-03-02T08:00:00Z',
	relayAvailable = false,
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
	await startMailWorker({ db, jobs, ambient, send: leaveInOutbox });

	const server = createServer((request, response) => app(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const links = createJoinLinks(origin, secret);
	const mail = createMailQueue(ambient);
	const bookingDeps = { db, ambient, links, mail, translate: createTranslate(), notifyTool };
	const findFree = createFindFree({ db, ambient });
	const app = createApp({
		doorkeeper: {
			authenticate: createAuthenticate({ db, ambient, tokens }),
			openJoinLink: createOpenJoinLink({ db, ambient, links }),
		},
		features: (routes) => {
			authRoutes(routes, { db, ambient, tokens, origin });
			clinicRoutes(routes, { db, relayAvailable });
			clientRoutes(routes, { db, ambient });
			appointmentRoutes(routes, bookingDeps);
			availabilityRoutes(routes, { db, findFree });
			bookingRoutes(routes, { db, ambient, findFree, book: createBooking(bookingDeps) });
			joinRoutes(routes, { db, ambient, tokens });
			noteRoutes(routes, { db, ambient, notifyTool });
			qualityRoutes(routes, { db });
			scheduleRoutes(routes, { db, ambient, origin });
		},
		webhooks: Router(),
		sandboxes: [outboxPages(db)],
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
	return { origin, db, clock, tokens, links, jobs, toolNews, close };
}
