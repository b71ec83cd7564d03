/** A half-open span of time, `start` included and `end` not, in milliseconds since 1970 (UTC). */
export interface Interval {
	readonly start: number;
	readonly end: number;
}

/** The same time as `intervals`, in order, without overlaps, gaps of no length or empty parts. */
export function union(intervals: readonly Interval[]): Interval[] {
	const merged: Interval[] = [];
	for (const next of intervals.filter(hasLength).toSorted((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last !== undefined && next.start <= last.end) {
			merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end) };
		} else {
			merged.push(next);
		}
	}
	return merged;
}

/** The time that is in `from` and not in `taken`, in order and without overlaps. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
	const away = union(taken);
	const left: Interval[] = [];
	let next = 0;
	for (const whole of union(from)) {
		let { start } = whole;
		// What ends before this part ends before those that follow as well.
		while ((away[next]?.end ?? Infinity) <= start) next += 1;
		for (let at = next; start < whole.end; at += 1) {
			const gap = away[at];
			const end = Math.min(gap?.start ?? Infinity, whole.end);
			if (start < end) left.push({ start, end });
			start = gap?.end ?? Infinity;
		}
	}
	return left;
}

const hasLength = ({ start, end }: Interval): boolean => start < end;
