/** A stretch of time in which a zone's clock stays at one distance from UTC. The last ends at Infinity. */
export interface ClockSpan {
	/** Milliseconds since 1970, included; the first begins at -Infinity. */
	readonly start: number;
	/** Not included. */
	readonly end: number;
	/** What to add to an instant to read it on the wall, in milliseconds. */
	readonly offset: number;
}

/**
 * The clock of a time zone between two instants (milliseconds since 1970): one span, and one more for each change of
 * clocks. Arithmetic on spans takes the place of one `Temporal` conversion for every opening of every day, which costs
 * microseconds each; outside of the two instants they do not count.
 * @throws RangeError for a zone that is none
 */
export function clockOf(timeZone: string, from: number, to: number): ClockSpan[] {
	const offsetOf = (when: Temporal.ZonedDateTime) => when.offsetNanoseconds / 1_000_000;
	const spans: ClockSpan[] = [];
	let when = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
	let start = -Infinity;
	for (;;) {
		const next = when.getTimeZoneTransition('next');
		if (next === null || next.epochMilliseconds > to) break;
		spans.push({ start, end: next.epochMilliseconds, offset: offsetOf(when) });
		start = next.epochMilliseconds;
		when = next;
	}
	return [...spans, { start, end: Infinity, offset: offsetOf(when) }];
}

/**
 * The instant at which the clock shows `wall` (milliseconds since 1970 as if the wall were UTC). Of a time that comes
 * twice it is the first; one that a change of clocks skips moves on by the length of the gap. That is `compatible` of
 * Temporal, and RFC 5545, 3.3.5.
 */
export function instantOn(clock: readonly ClockSpan[], wall: number): number {
	let before = clock[0]?.offset ?? 0;
	for (const { start, end, offset } of clock) {
		if (wall - offset < end) return wall - (wall - offset < start ? before : offset);
		before = offset;
	}
	throw new RangeError('A clock ends at Infinity.');
}
