import type { PeerInfo } from '../../../../shared/contract/signalling/peer.ts';
import type { QualitySummary } from '../../../../shared/contract/signalling/quality.ts';
import type { FrameCounters } from '../e2ee/frames/FrameCipher.ts';
import type { MediaPath, Reception } from '../session/MediaPath.ts';
import { assessReceived, assessSent, intervalOf, settled, type Interval, type Verdict } from './assess.ts';
import { readingOf, sendingOf, transportOf, type Reading, type Transport } from './reading.ts';
import { QualityTally } from './summary.ts';

const everyMs = 2_000;
const reportEveryMs = 30_000;

/** How somebody's sound and picture are, with the figures behind it for support. */
export interface Quality {
	verdict: Verdict;
	/** Null for ourselves. */
	interval: (Interval & { width: number; height: number }) | null;
}

export interface CallQuality {
	/** By peer id, ourselves included. */
	people: Readonly<Record<string, Quality>>;
	transport: Transport;
	/** What became of the frames, on their way out and in, since the page was opened; null where they are not encrypted. */
	frames: FrameCounters | null;
}

export interface QualityWatchOptions {
	path(): MediaPath | undefined;
	selfId(): string;
	/** Who is there. Where media names nobody, it is the first one's. */
	others(): readonly PeerInfo[];
	/** Whether somebody's camera is to be seen here. */
	shows(peerId: string): boolean;
	connection(): QualitySummary['connection'];
	frames(): Promise<FrameCounters | null>;
	changed(quality: CallQuality): void;
	report(summary: QualitySummary): void;
}

interface Watched {
	reading: Reading | null;
	newest: Verdict[];
	shown: Verdict;
}

const noVerdict: Verdict = { level: 'good', cause: null };

/** Measures every two seconds how everybody's sound and picture arrive, and ours leave; tells the sum twice a minute. */
export class QualityWatch {
	readonly #options: QualityWatchOptions;
	readonly #watched = new Map<string, Watched>();
	#tally = new QualityTally();
	/** Whose part in the call the sum is of. */
	#selfId = '';
	#path: MediaPath | undefined;
	/** As they were told last: a worker that is gone never answers. */
	#frames: FrameCounters | null = null;
	#measuredAt: number | undefined;
	#reportedAt = performance.now();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;

	constructor(options: QualityWatchOptions) {
		this.#options = options;
		this.#next();
	}

	/** Reports what there is to tell so far. */
	tell(): void {
		this.#reportedAt = performance.now();
		const summary = this.#tally.summary(this.#options.connection());
		if (summary) this.#options.report(summary);
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
	}

	#next(): void {
		this.#timer = setTimeout(() => {
			this.#measure()
				// A path that closes while it is asked has nothing more to say.
				.catch(() => undefined)
				.finally(() => this.#closed || this.#next());
		}, everyMs);
	}

	async #measure(): Promise<void> {
		const path = this.#options.path();
		const others = this.#options.others();
		if (path !== this.#path) this.#watched.clear();
		this.#path = path;
		if (!path || others.length === 0) {
			this.#measuredAt = undefined;
			return;
		}
		this.#options.frames().then(
			(frames) => (this.#frames = frames),
			() => undefined,
		);
		const transport = transportOf(await path.transportStats());
		const readings = await readAll(path.receptions(), others[0]?.peerId ?? '');
		const sending = sendingOf(await path.sendingStats());
		if (this.#closed || path !== this.#options.path()) return;
		const selfId = this.#options.selfId();
		// Another peer than before: what that one measured has been told in its name.
		if (selfId !== this.#selfId) this.#tally = new QualityTally();
		this.#selfId = selfId;
		const people: Record<string, Quality> = {
			[selfId]: { verdict: this.#settle(selfId, assessSent(sending), null), interval: null },
		};
		for (const { peerId, media } of others) {
			const pictureExpected = media.camera && this.#options.shows(peerId);
			const reading = readings.get(peerId);
			const quality = reading && this.#qualityOf(peerId, reading, { ...transport, pictureExpected });
			if (quality) people[peerId] = quality;
		}
		this.#count(Object.values(people), transport.roundTripMs);
		this.#options.changed({ people, transport, frames: this.#frames });
	}

	/** Null after the first reading, as it takes two. */
	#qualityOf(
		peerId: string,
		reading: Reading,
		circumstances: { roundTripMs: number | null; pictureExpected: boolean },
	): Quality | null {
		const before = this.#watched.get(peerId)?.reading;
		const interval = before ? intervalOf(before, reading) : null;
		if (!interval || !before) {
			this.#watched.set(peerId, { newest: [], shown: noVerdict, reading });
			return null;
		}
		this.#tally.addPackets(
			reading.packetsReceived - before.packetsReceived,
			Math.max(0, reading.packetsLost - before.packetsLost),
		);
		const verdict = this.#settle(peerId, assessReceived(interval, circumstances), reading);
		const { width, height } = reading;
		return { verdict, interval: { ...interval, width, height } };
	}

	#settle(peerId: string, verdict: Verdict, reading: Reading | null): Verdict {
		const { newest = [], shown = noVerdict } = this.#watched.get(peerId) ?? {};
		const watched = { reading, newest: [...newest, verdict].slice(-3), shown };
		watched.shown = settled(shown, watched.newest);
		this.#watched.set(peerId, watched);
		return watched.shown;
	}

	#count(people: readonly Quality[], roundTripMs: number | null): void {
		const now = performance.now();
		const verdicts = people.map(({ verdict }) => verdict);
		if (this.#measuredAt !== undefined) this.#tally.add(now - this.#measuredAt, verdicts, roundTripMs);
		this.#measuredAt = now;
		if (now - this.#reportedAt >= reportEveryMs) this.tell();
	}
}

/** By peer id. @param onlyPeerId whose it is where the path has no name for it */
async function readAll(receptions: readonly Reception[], onlyPeerId: string): Promise<Map<string, Reading>> {
	const reports = Map.groupBy(receptions, ({ peerId }) => peerId ?? onlyPeerId);
	const readings = new Map<string, Reading>();
	for (const [peerId, sources] of reports) {
		const stats = await Promise.all(sources.map((source) => source.getStats()));
		readings.set(peerId, readingOf(stats, performance.now()));
	}
	return readings;
}
