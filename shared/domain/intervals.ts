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
	return union(from).flatMap((whole) => {
		const left: Interval[] = [];
		let start = whole.start;
		for (const gap of away) {
			if (gap.end <= start || gap.start >= whole.end) continue;
			if (gap.start > start) left.push({ start, end: gap.start });
			start = gap.end;
		}
		if (start < whole.end) left.push({ start, end: whole.end });
		return left;
	});
}

const hasLength = ({ start, end }: Interval): boolean => start < end;
