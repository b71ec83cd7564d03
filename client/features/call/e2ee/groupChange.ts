/** One change of the keys: who got them, and who has them no longer; neither when they were only renewed. */
export interface GroupChange {
	/** ISO 8601, by this device's clock. */
	at: string;
	came: readonly string[];
	went: readonly string[];
}

type Members = readonly { peerId: string; name: string }[];

/** What is different, as names. Coming in ourselves is no change of others: before it there are no members. */
export function groupChange(before: Members, after: Members, at: string): GroupChange {
	const missingIn = (others: Members, members: Members) =>
		members.filter(({ peerId }) => !others.some((other) => other.peerId === peerId)).map(({ name }) => name);
	return { at, came: before.length === 0 ? [] : missingIn(before, after), went: missingIn(after, before) };
}
