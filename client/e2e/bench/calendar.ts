// A calendar with 5,000 visits: turning to the next week and month, and drawing a visit, beside a bare FullCalendar.
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { launchChromium, openPage } from '../support/browsers.ts';
import { serveBundled, type BundledPage } from '../support/bundledPage.ts';
import { expectText, openAsManager, openWorkstation } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { fillCalendar, visitName, type FilledCalendar } from './calendar-clinic.ts';
import { measureDrag, measureTurn, type Drawn, type Turned } from './calendar-watch.ts';

const wide = { width: 1280, height: 1400 };
const fullCalendarViews = { week: 'timeGridWeek', month: 'dayGridMonth' } as const;
type View = keyof typeof fullCalendarViews;
/** Each round opens the page anew, so that nothing has been read before. */
const rounds: Record<View, { rounds: number; turns: number }> = {
	week: { rounds: 1, turns: 12 },
	month: { rounds: 4, turns: 3 },
};

interface Bench {
	server: TestServer;
	browser: Browser;
	filled: FilledCalendar;
	bare: BundledPage;
}

type Whose = 'manager' | 'professional' | 'bare';

interface Measured {
	turns: Turned[];
	drags: Drawn[];
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const percentile = (values: number[], share: number): number =>
	values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** The events of a period, as the bare page's feed; the server has them ready. */
async function eventsOf({ database }: TestServer): Promise<(url: URL) => string | undefined> {
	const { rows } = await database.query<{ id: string; title: string; start: Date; end: Date }>(
		`SELECT a."id", c."name" AS title, a."startsAt" AS start, a."endsAt" AS end
		FROM "Appointment" a JOIN "Attendee" c ON c."appointmentId" = a."id" ORDER BY a."startsAt"`,
	);
	return ({ pathname, searchParams }) => {
		if (pathname !== '/events') return undefined;
		const [from, to] = ['from', 'to'].map((name) => new Date(searchParams.get(name) ?? ''));
		return JSON.stringify(rows.filter(({ start, end }) => from && to && start < to && end > from));
	};
}

/** The calendar at this date, with what was read for it. */
async function open(
	{ server, browser, bare }: Bench,
	whose: Whose,
	view: View,
	date: Temporal.PlainDate,
): Promise<Page> {
	const address = `/calendar?view=${view}&date=${date}`;
	const page = await {
		manager: () => openAsManager(browser, server, address),
		professional: () => openWorkstation(browser, server, address),
		bare: () => openPage(browser, bare.url, wide),
	}[whose]();
	await page.setViewport(wide);
	if (whose === 'bare') {
		await page.waitForFunction(() => Reflect.has(window, 'page'));
		await page.evaluate(`page.show('${fullCalendarViews[view]}', '${date}')`);
	}
	await expectText(page, visitName(date));
	return page;
}

/** Turns the pages of all three calendars by turns, so that a slow moment of the machine meets all; then draws a visit. */
async function measure(bench: Bench, view: View): Promise<Record<Whose, Measured>> {
	const measured: Record<Whose, Measured> = { bare: begin(), manager: begin(), professional: begin() };
	const all: Whose[] = ['bare', 'manager', 'professional'];
	for (let round = 0; round < rounds[view].rounds; round += 1) {
		let shown = bench.filled.first;
		const pages = new Map<Whose, Page>();
		for (const whose of all) pages.set(whose, await open(bench, whose, view, shown));
		for (let turn = 0; turn < rounds[view].turns; turn += 1) {
			shown = view === 'week' ? shown.add({ weeks: 1 }) : middleOf(shown.add({ months: 1 }));
			for (const [whose, page] of pages) {
				await page.bringToFront();
				measured[whose].turns.push(await measureTurn(page, nextButton(whose, view), visitName(shown)));
			}
		}
		for (const [whose, page] of pages) {
			await page.bringToFront();
			measured[whose].drags.push(await measureDrag(page, visitName(shown)));
			await page.browserContext().close();
		}
	}
	return measured;
}

const begin = (): Measured => ({ turns: [], drags: [] });
const nextButton = (whose: Whose, view: View) =>
	whose === 'bare' ? '.calendar button[aria-label^=Next]' : `main button[aria-label="Next ${view}"]`;

/** A working day that is to be seen in the view of its own month alone. */
function middleOf(month: Temporal.PlainDate): Temporal.PlainDate {
	const date = month.with({ day: 15 });
	return date.dayOfWeek > 5 ? date.subtract({ days: 2 }) : date;
}

function summary(ours: Measured, bare: Measured) {
	const median = (of: Measured) =>
		percentile(
			of.turns.map(({ ms }) => ms),
			0.5,
		);
	const fps = (of: Measured) =>
		Math.round(
			percentile(
				of.drags.map(({ framesPerSecond }) => framesPerSecond),
				0.5,
			),
		);
	const longest = (tasks: readonly { longestTaskMs: number }[]) =>
		Math.round(Math.max(...tasks.map(({ longestTaskMs }) => longestTaskMs)));
	return {
		medianMs: Math.round(median(ours)),
		p95Ms: Math.round(
			percentile(
				ours.turns.map(({ ms }) => ms),
				0.95,
			),
		),
		bareMedianMs: Math.round(median(bare)),
		ratio: Number((median(ours) / median(bare)).toFixed(2)),
		longestTaskMs: longest(ours.turns),
		bareLongestTaskMs: longest(bare.turns),
		requests: Math.max(...ours.turns.map(({ requests }) => requests)),
		kilobytes: Math.round(
			percentile(
				ours.turns.map(({ bytes }) => bytes),
				0.5,
			) / 1_000,
		),
		dragFps: fps(ours),
		bareDragFps: fps(bare),
		dragLongestTaskMs: longest(ours.drags),
		bareDragLongestTaskMs: longest(bare.drags),
	};
}

/**
 * Prints one line of JSON at the end: for the manager's calendar and a professional's, by week and by month, how long
 * the way from the press of *next* to the painted view takes, the longest task of the main thread, what was read
 * meanwhile (ours reads the view after it ahead), and frames while a visit is drawn; `ratio` is to a page with
 * FullCalendar alone, which reads the manager's events from a feed that has them ready.
 */
async function main(): Promise<void> {
	const [server, browser] = await Promise.all([startServer(), launchChromium()]);
	try {
		const filled = await fillCalendar(server);
		const bare = await serveBundled(path.join(import.meta.dirname, 'calendar-page.ts'), await eventsOf(server));
		const bench = { server, browser, filled, bare };
		const views: View[] = ['week', 'month'];
		const result: Record<string, Record<string, ReturnType<typeof summary>>> = { manager: {}, professional: {} };
		for (const view of views) {
			const { bare: alone, ...ours } = await measure(bench, view);
			for (const whose of ['manager', 'professional'] as const) {
				result[whose] = { ...result[whose], [view]: summary(ours[whose], alone) };
				say(`${whose}, ${view}: ${JSON.stringify(result[whose][view])}`);
			}
		}
		say(JSON.stringify(result));
		bare.close();
	} finally {
		await browser.close();
		await server.stop();
	}
}

await main();
