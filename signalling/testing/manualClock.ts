import type { Schedule } from '../ports.ts';

/** A clock that stands until it is moved. */
export interface ManualClock {
	now: () => Date;
	schedule: Schedule;
	/** Moves on by `ms` and runs what falls due. */
	advance: (ms: number) => void;
}

export function createManualClock(start = Date.UTC(2026, 2, 1, 14)): ManualClock {
	let time = start;
	const due = new Set<{ at: number; run: () => void }>();
	return {
		now: () => new Date(time),
		schedule: (ms, run) => {
			const entry = { at: time + ms, run };
			due.add(entry);
			return () => due.delete(entry);
		},
		advance: (ms) => {
			time += ms;
			for (const entry of [...due].filter(({ at }) => at <= time).toSorted((a, b) => a.at - b.at)) {
				if (due.delete(entry)) entry.run();
			}
		},
	};
}
