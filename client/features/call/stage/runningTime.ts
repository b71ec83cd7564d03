/** Milliseconds as a clock: `4:07`, `1:02:33`; never negative, for clocks that differ. */
export function runningTime(milliseconds: number): string {
	const total = Math.max(0, Math.floor(milliseconds / 1_000));
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(total / 3_600);
	const minutes = Math.floor(total / 60) % 60;
	const seconds = two(total % 60);
	return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}
