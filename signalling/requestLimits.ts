import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SamtalError } from '../shared/contract/errors.ts';
import type { CallRequestName } from '../shared/contract/signalling/requests.ts';

/** How many requests of a kind one person may make within so many seconds, over all of their sockets. */
const budgets = {
	entrance: { points: 20, duration: 10 },
	control: { points: 40, duration: 1 },
	chat: { points: 20, duration: 5 },
	// Each costs the others a commit.
	offer: { points: 10, duration: 10 },
	// Thirty people who come and go at once make one keeper busy.
	keys: { points: 60, duration: 5 },
	// Two a minute and one at the end, over a few connections, and encryption that changes; each writes to the database.
	quality: { points: 10, duration: 60 },
	// Trickled candidates come in bursts.
	direct: { points: 150, duration: 1 },
	// Thirty peers with up to four producers each: consume and resume every one of them.
	media: { points: 300, duration: 1 },
} as const;

type Budget = keyof typeof budgets;

const budgetOf: Record<CallRequestName, Budget> = {
	join: 'entrance',
	leave: 'entrance',
	admit: 'control',
	messageWaiting: 'chat',
	removePeer: 'control',
	endForAll: 'control',
	setMediaState: 'control',
	raiseHand: 'control',
	reportQuality: 'quality',
	reportEncryption: 'quality',
	signalDirect: 'direct',
	offerKeys: 'offer',
	foundKeys: 'keys',
	commitKeys: 'keys',
	reachedKeys: 'keys',
	sendSealed: 'chat',
	openMedia: 'entrance',
	canReceive: 'entrance',
	connectTransport: 'media',
	restartIce: 'media',
	produce: 'media',
	pauseProducer: 'media',
	closeProducer: 'media',
	pauseConsumers: 'media',
	setPreferredLayers: 'media',
};

/** Takes one request off a person's budget. @throws SamtalError `RATE_LIMITED` with `retryAfterMs`. */
export type SpendRequest = (person: string, request: CallRequestName | undefined) => Promise<void>;

/** Counts in memory: a person's sockets are all on one node. */
export function createRequestLimits(): SpendRequest {
	const limiterOf = (budget: Budget) => new RateLimiterMemory({ keyPrefix: budget, ...budgets[budget] });
	const limiters: Record<Budget, RateLimiterMemory> = {
		entrance: limiterOf('entrance'),
		control: limiterOf('control'),
		chat: limiterOf('chat'),
		offer: limiterOf('offer'),
		keys: limiterOf('keys'),
		quality: limiterOf('quality'),
		direct: limiterOf('direct'),
		media: limiterOf('media'),
	};

	return async (person, request) => {
		try {
			await limiters[request === undefined ? 'control' : budgetOf[request]].consume(person);
		} catch (refused) {
			if (!(refused instanceof RateLimiterRes)) throw refused;
			throw new SamtalError('RATE_LIMITED', { retryAfterMs: Math.max(0, Math.ceil(refused.msBeforeNext)) });
		}
	};
}
