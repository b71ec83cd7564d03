import type { SandboxStore } from './store.ts';

export interface SandboxPayout {
	id: string;
	amount: number;
	currency: string;
	/** Seconds since 1970. */
	created: number;
	arrivesAt: number;
	status: 'paid' | 'in_transit';
}

const daySeconds = 24 * 3600;
const daysToArrive = 2;

/** What the stand-in pays out of an account: each day what came on the day before, newest first. */
export function payoutsOf(account: string, { state }: SandboxStore, now: Date): SandboxPayout[] {
	const sums = new Map<string, { amount: number; currency: string; day: number }>();
	for (const { account: owner, status, charge, amount, currency } of Object.values(state.intents)) {
		if (owner !== account || status !== 'succeeded' || charge === null) continue;
		const day = Math.floor(charge.created / daySeconds) * daySeconds;
		const key = `${day}${currency}`;
		sums.set(key, { currency, day, amount: amount + (sums.get(key)?.amount ?? 0) });
	}
	return [...sums.entries()]
		.map(([key, { amount, currency, day }]) => {
			const arrivesAt = day + daysToArrive * daySeconds;
			const status = arrivesAt * 1000 <= now.getTime() ? ('paid' as const) : ('in_transit' as const);
			return { id: `po_${account}${key}`, amount, currency, created: day, arrivesAt, status };
		})
		.toSorted((one, other) => other.created - one.created);
}
