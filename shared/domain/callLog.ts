/** What is known of somebody's stay in a call. Instants in ms since 1970. */
export interface KnownStay {
	/** Stays of one peer can go on from one another. */
	peerId: string;
	personId: string;
	joinedAt: number;
	/** They were there before the server was started again, as far as it knew them then. */
	goesOn: boolean;
	leftAt: number | null;
	seenAt: number;
}

/** So long after it was last noted that somebody is there, they are; in ms. It is noted every half minute. */
const freshMs = 120_000;

/** `until`: null while it lasts. */
export interface Span {
	from: number;
	until: number | null;
}

/**
 * The stays as people had them: one that a new server saw go on is one with that of before. What no server saw the end
 * of ends when they were seen last, unless that was just now.
 * @param stays in any order
 * @returns each with its last part, in the order of joining
 */
export function wholeStays<S extends KnownStay>(stays: readonly S[], now: number): (Span & { last: S })[] {
	const whole: (Span & { last: S })[] = [];
	for (const stay of stays.toSorted((one, other) => one.joinedAt - other.joinedAt)) {
		const until = stay.leftAt ?? (now - stay.seenAt < freshMs ? null : stay.seenAt);
		const before = whole.find(({ last }) => stay.goesOn && last.peerId === stay.peerId && last.leftAt === null);
		if (before) Object.assign(before, { until, last: stay });
		else whole.push({ from: stay.joinedAt, until, last: stay });
	}
	return whole;
}

/** For how long at least two people were there together, in ms; `now` ends what lasts. */
export function togetherMs(stays: readonly (Span & { last: { personId: string } })[], now: number): number {
	const moments = stays
		.flatMap(({ from, until, last }) => [
			{ at: from, personId: last.personId, comes: 1 },
			{ at: until ?? now, personId: last.personId, comes: -1 },
		])
		.toSorted((one, other) => one.at - other.at);
	const there = new Map<string, number>();
	let total = 0;
	let since = 0;
	for (const { at, personId, comes } of moments) {
		if (isTogether(there)) total += at - since;
		since = at;
		there.set(personId, (there.get(personId) ?? 0) + comes);
	}
	return total;
}

const isTogether = (there: ReadonlyMap<string, number>): boolean =>
	[...there.values()].filter((devices) => devices > 0).length > 1;

/** From then on it was so; `null`: there was nothing to be so. */
export interface Change<K> {
	at: number;
	kind: K | null;
}

/**
 * What was so from when to when. A change to what is so already is none: a new server tells again what it finds.
 * @param changes in the order of time
 * @param end of the whole, null while it lasts
 */
export function phasesOf<K, C extends Change<K>>(changes: readonly C[], end: number | null): (Span & { change: C })[] {
	const phases: (Span & { change: C })[] = [];
	for (const change of changes) {
		const current = phases.at(-1);
		const lasts = current?.until === null;
		if (lasts && current.change.kind === change.kind) continue;
		if (lasts) current.until = change.at;
		if (change.kind !== null) phases.push({ from: change.at, until: null, change });
	}
	const last = phases.at(-1);
	if (last?.until === null && end !== null) last.until = Math.max(last.from, end);
	return phases;
}
