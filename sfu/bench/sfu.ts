// What the media server spends on each packet that it forwards, how many it can, how late they are; on Linux.
import { openBareCall, openOwnCall, type Call, type CallOptions } from './calls.ts';
import { cpuUs } from './cpuTime.ts';
import { startTraffic, type Traffic } from './traffic.ts';

const RECEIVERS = [50, 100, 200, 400];
/** Receivers in all that is compared. */
const COMPARED = 200;
/** A camera of 440 kbit/s. */
const PACKETS_PER_SECOND = 50;
const WARM_UP_MS = 1_000;
const MEASURED_MS = 3_000;
/** What is compared takes turns, so that a slow moment of the machine meets all. */
const ROUNDS = 5;
/** More than this is lost only where the server, or this bench's own reading, is at its end. */
const TOLERATED_LOSS = 0.001;
/** From one try to the next of the most packets. */
const STEP = 1.15;

type Open = (options: CallOptions) => Promise<Call>;

interface Measured {
	/** The worker's, and that of the process which directs it; microseconds for each packet that arrived. */
	workerUs: number;
	directingUs: number;
	p99Ms: number;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
const say = (line: string) => process.stdout.write(`${line}\n`);

async function measure(traffic: Traffic, open: Open, options: Omit<CallOptions, 'sinkPorts'>): Promise<Measured> {
	const call = await open({ ...options, sinkPorts: traffic.sinkPorts });
	const flow = { port: call.port, ssrc: call.ssrc, packetsPerSecond: PACKETS_PER_SECOND };
	await traffic.run({ ...flow, ms: WARM_UP_MS });
	const before = { worker: cpuUs(call.pid), directing: cpuUs(process.pid) };
	const { sent, received, p99Ms } = await traffic.run({ ...flow, ms: MEASURED_MS });
	const spent = { worker: cpuUs(call.pid) - before.worker, directing: cpuUs(process.pid) - before.directing };
	await call.close();
	const expected = sent * options.receivers;
	if (received < expected * (1 - TOLERATED_LOSS)) throw new Error(`Of ${expected} packets came ${received}.`);
	return { workerUs: spent.worker / received, directingUs: spent.directing / received, p99Ms };
}

/** Packets a second to all receivers together, of which all come. */
async function mostPackets(traffic: Traffic): Promise<number> {
	const call = await openOwnCall({ receivers: COMPARED, suite: 'AEAD_AES_256_GCM', sinkPorts: traffic.sinkPorts });
	let most = 0;
	for (let packetsPerSecond = PACKETS_PER_SECOND; ; packetsPerSecond *= STEP) {
		const { sent, received } = await traffic.run({
			port: call.port,
			ssrc: call.ssrc,
			packetsPerSecond,
			ms: MEASURED_MS,
		});
		if (received < sent * COMPARED * (1 - TOLERATED_LOSS)) break;
		most = (received * 1_000) / MEASURED_MS;
	}
	await call.close();
	return Math.round(most);
}

/**
 * One camera, forwarded in SRTP with packets of 1,100 bytes. Prints one line of JSON at the end; times are medians in
 * microseconds of the worker's CPU for each forwarded packet, `overhead` is what the room adds to mediasoup alone, as
 * a share, with the CPU of the process that directs the worker.
 */
async function main(): Promise<void> {
	const traffic = await startTraffic();
	const gcm = { receivers: COMPARED, suite: 'AEAD_AES_256_GCM' } as const;
	const [own, cm, bare]: [Measured[], Measured[], Measured[]] = [[], [], []];
	for (let round = 1; round <= ROUNDS; round += 1) {
		own.push(await measure(traffic, openOwnCall, gcm));
		bare.push(await measure(traffic, openBareCall, gcm));
		cm.push(await measure(traffic, openOwnCall, { ...gcm, suite: 'AES_CM_128_HMAC_SHA1_80' }));
		const us = [own, bare, cm].map((all) => rounded(all.at(-1)?.workerUs ?? 0, 2));
		say(`round ${round}: ${us[0]} µs a packet with AES-GCM, mediasoup alone ${us[1]} µs, with AES-CM ${us[2]} µs`);
	}
	const cpuUsPerPacket: Record<string, number> = {};
	for (const receivers of RECEIVERS) {
		const measured = receivers === COMPARED ? own : [await measure(traffic, openOwnCall, { ...gcm, receivers })];
		cpuUsPerPacket[receivers] = rounded(median(measured.map(({ workerUs }) => workerUs)));
	}
	const maxPacketsPerSecond = await mostPackets(traffic);
	traffic.close();

	const worker = (all: Measured[]) => median(all.map(({ workerUs }) => workerUs));
	const whole = ({ workerUs, directingUs }: Measured) => workerUs + directingUs;
	const overhead = median(own.map((ours, round) => whole(ours) / whole(bare[round] ?? ours) - 1));
	const [srtpCmUs, srtpGcmUs] = [rounded(worker(cm)), rounded(worker(own))];
	say(
		JSON.stringify({
			...{ cpuUsPerPacket, srtpCmUs, srtpGcmUs, gcmRatio: rounded(worker(own) / worker(cm), 2) },
			...{ maxPacketsPerSecond, p99Ms: rounded(median(own.map(({ p99Ms }) => p99Ms))), overhead: rounded(overhead, 3) },
		}),
	);
}

await main();
