// How long it takes after something broke until everybody has pictures of all others again, beside a first join.
import type { Browser, Page } from 'puppeteer';
import { layWire } from '../../../signalling/testing/wire.ts';
import { launchChromium } from '../support/browsers.ts';
import { joinLinkOf } from '../support/call.ts';
import { expectMediaFlowing, expectNewPictures, expectPictures, forgetConnections } from '../support/media.ts';
import { layMediaWire, noticesSilence } from '../support/mediaWire.ts';
import { enterAsHost, openPeople, press, waitAtDoor } from '../support/people.ts';
import { freePort, mediaHealth, startServer, type TestServer } from '../support/server.ts';
import { Workstation } from '../support/workstation.ts';

const rounds = 3;
/** Where browsers reach a media server that a wire leads to. */
const announced = '127.0.0.2';

interface Bench {
	server: TestServer;
	browser: Browser;
	workstation: Workstation;
}

interface Meeting {
	pages: readonly Page[];
	/** From the click on Admit until the last who came had pictures of all others. */
	joinMs: number;
}

interface Sample {
	backMs: number;
	joinMs: number;
}

const all = (pages: readonly Page[], look: (page: Page, others: number) => Promise<unknown>) =>
	Promise.all(pages.map((page) => look(page, pages.length - 1)));
const took = async (begin: () => Promise<unknown>): Promise<number> => {
	const startedAt = performance.now();
	await begin();
	return Math.round(performance.now() - startedAt);
};

/** A call whose media flows. @param prepare is called while the client waits at the door */
async function meet(
	{ server, browser, workstation }: Bench,
	guests: readonly string[],
	prepare: (host: Page, client: Page) => Promise<void> = async () => undefined,
): Promise<Meeting> {
	const visit = await workstation.bookVisit('Client');
	const host = await enterAsHost(browser, server, visit.id);
	await openPeople(host);
	const come = async (name: string, page: Page, others: number) => {
		await host.waitForSelector(`aria/Admit ${name}`);
		return took(async () => {
			await press(host, `Admit ${name}`);
			await expectPictures(page, others);
		});
	};
	const client = await waitAtDoor(browser, joinLinkOf(visit), 'Client');
	await prepare(host, client);
	const pages = [host, client];
	let joinMs = await come('Client', client, 1);
	for (const name of guests) {
		const page = await waitAtDoor(browser, await workstation.inviteGuest(visit.id, name), name);
		joinMs = await come(name, page, pages.push(page) - 1);
	}
	await all(pages, expectMediaFlowing);
	return { pages, joinMs };
}

/** What is broken, each time in a call of its own; milliseconds from the moment at which it could be mended. */
const losses: Record<string, (bench: Bench) => Promise<Sample>> = {
	async workerKilled(bench) {
		const { pages, joinMs } = await meet(bench, ['Guest']);
		const worker = (await mediaHealth(bench.server)).workers.find(({ rooms }) => rooms > 0);
		if (!worker) throw new Error('No media worker has the call');
		await all(pages, forgetConnections);
		process.kill(worker.pid, 'SIGKILL');
		return { backMs: await took(() => all(pages, expectPictures)), joinMs };
	},
	async networkChanged(bench) {
		const laid = Promise.withResolvers<Awaited<ReturnType<typeof layMediaWire>>>();
		const { pages, joinMs } = await meet(bench, [], async (host, client) =>
			laid.resolve(await layMediaWire(host, client)),
		);
		const wire = await laid.promise;
		wire.cut();
		await all(pages, noticesSilence);
		wire.mendElsewhere();
		const backMs = await took(() => all(pages, expectNewPictures));
		wire.close();
		return { backMs, joinMs };
	},
	async pageReloaded(bench) {
		const { pages, joinMs } = await meet(bench, []);
		await all(pages, forgetConnections);
		const backMs = await took(async () => {
			await pages[1]?.reload({ waitUntil: 'domcontentloaded' });
			await all(pages, expectPictures);
		});
		return { backMs, joinMs };
	},
	async serverRestarted(bench) {
		const { pages, joinMs } = await meet(bench, ['Guest']);
		await bench.server.kill();
		await all(pages, (page) => page.waitForSelector('[data-connection=lost]'));
		await all(pages, forgetConnections);
		await bench.server.startAgain();
		return { backMs: await took(() => all(pages, expectPictures)), joinMs };
	},
};

/** The group's way to the media server, which goes over TCP, is gone and comes back. */
const tcpCut =
	(mediaPort: number) =>
	async (bench: Bench): Promise<Sample> => {
		const ports = [mediaPort, mediaPort + 1];
		const wires = await Promise.all(ports.map((port) => layWire(port, { host: announced, port })));
		const { pages, joinMs } = await meet(bench, ['Guest']);
		for (const wire of wires) wire.cut();
		await all(pages, noticesSilence);
		for (const wire of wires) wire.mend();
		const backMs = await took(() => all(pages, expectNewPictures));
		for (const wire of wires) wire.close();
		return { backMs, joinMs };
	};

const middle = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measure(name: string, bench: Bench, lose: (bench: Bench) => Promise<Sample>): Promise<void> {
	const samples: Sample[] = [];
	for (let round = 0; round < rounds; round += 1) {
		samples.push(await lose(bench));
		const contexts = bench.browser.browserContexts().filter((one) => one !== bench.browser.defaultBrowserContext());
		await Promise.all(contexts.map((context) => context.close()));
	}
	const backMs = middle(samples.map((sample) => sample.backMs));
	const joinMs = middle(samples.map((sample) => sample.joinMs));
	found[name] = { backMs, joinMs, ratio: Number((backMs / joinMs).toFixed(2)) };
	process.stdout.write(`${name}: ${samples.map((sample) => sample.backMs).join(' ')}\n`);
}

async function withServer(settings: Record<string, string>, run: (bench: Bench) => Promise<void>): Promise<void> {
	const server = await startServer({ settings });
	try {
		await run({ server, browser, workstation: await Workstation.signIn(server) });
	} finally {
		await server.stop();
	}
}

const found: Record<string, Sample & { ratio: number }> = {};
const browser = await launchChromium();
try {
	await withServer({}, async (bench) => {
		for (const [name, lose] of Object.entries(losses)) await measure(name, bench, lose);
	});
	const mediaPort = await freePort();
	const wired = { SFU_ANNOUNCED_ADDRESS: announced, SFU_PORT: String(mediaPort) };
	await withServer(wired, (bench) => measure('tcpCut', bench, tcpCut(mediaPort)));
	process.stdout.write(`${JSON.stringify(found)}\n`);
} finally {
	await browser.close();
}
