import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import type { Faults } from './faults.ts';
import { isOwnAccount } from './ownKeys.ts';
import type { SandboxStore, StoredEvent } from './store.ts';

interface WebhookOptions {
	store: SandboxStore;
	url: string;
	secret: string;
	faults: () => Faults;
	random: () => number;
	now: () => Date;
	log: Logger;
}

export interface Webhooks {
	/** Saves and sends an event, and sends it again until the app took it; what goes wrong on purpose does so here. */
	emit(event: StoredEvent): void;
	/** The same with nothing that goes wrong on purpose. */
	send(event: StoredEvent): void;
	/** Sends what was not taken before the last stop. */
	resume(): void;
	close(): void;
}

const firstWaitMs = 500;
const longestWaitMs = 60_000;

/** Delivers events as Stripe does: signed, at least once, in no particular order. */
export function createWebhooks({ store, url, secret, faults, random, now, log }: WebhookOptions): Webhooks {
	const stopped = new AbortController();
	const timers = new Set<NodeJS.Timeout>();

	/** The platform hears of its connected accounts; one that stands by itself has an endpoint of its own, or none. */
	function receiverOf({ account, type }: StoredEvent): { url: string; secret: string } | undefined {
		if (!isOwnAccount(account)) return { url, secret };
		const endpoint = Object.values(store.state.endpoints).find(
			({ account: owner, enabledEvents }) => owner === account && enabledEvents.includes(type),
		);
		// The way that the app has at its address in public may be an HTTPS that nobody has signed.
		return endpoint && { url: new URL(new URL(endpoint.url).pathname, url).href, secret: endpoint.secret };
	}

	async function post(event: StoredEvent): Promise<boolean> {
		const receiver = receiverOf(event);
		if (!receiver) return true;
		const { payload } = event;
		const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(10_000)]);
		const headers = { 'content-type': 'application/json', 'stripe-signature': sign(payload, receiver.secret, now()) };
		try {
			const response = await fetch(receiver.url, { method: 'POST', body: payload, headers, signal });
			await response.body?.cancel();
			return response.ok;
		} catch {
			return false;
		}
	}

	async function deliver(event: StoredEvent): Promise<void> {
		await store.save();
		const taken = await post(event);
		if (stopped.signal.aborted) return;
		event.tries += 1;
		event.delivered ||= taken;
		await store.save();
		if (!taken) retryLater(event);
	}

	const retryLater = (event: StoredEvent) =>
		sendIn(Math.min(longestWaitMs, firstWaitMs * 2 ** (event.tries - 1)), event);

	function sendIn(waitMs: number, event: StoredEvent): void {
		const timer = setTimeout(() => {
			timers.delete(timer);
			send(event);
		}, waitMs);
		timers.add(timer);
	}

	const send = (event: StoredEvent) =>
		void deliver(event).catch((error: unknown) => log.error({ err: error, eventId: event.id }, 'webhook not kept'));

	return {
		emit(event) {
			const { delayMs, jitterMs, duplicated, dropped } = faults();
			if (random() < dropped) return;
			const times = random() < duplicated ? 2 : 1;
			for (let time = 0; time < times; time += 1) {
				const waitMs = delayMs + Math.round(random() * jitterMs);
				if (waitMs > 0) sendIn(waitMs, event);
				else send(event);
			}
		},
		send,
		resume: () => store.state.events.filter((event) => !event.delivered).forEach(send),
		close() {
			stopped.abort();
			for (const timer of timers) clearTimeout(timer);
		},
	};
}

/** Stripe's `v1` scheme: an HMAC over the time and the body (Stripe, "Verify webhook signatures manually"). */
function sign(payload: string, secret: string, now: Date): string {
	const timestamp = Math.floor(now.getTime() / 1000);
	const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
	return `t=${timestamp},v1=${signature}`;
}
