/** Minutes after midnight as a time field has them: `09:30`. The midnight that ends a day is `00:00`. */
export const toField = (minute: number): string =>
	`${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The other way round; what is empty or unreadable is 0. */
export function startMinuteOf(field: string): number {
	const [hour = 0, minute = 0] = field.split(':').map(Number);
	return (hour || 0) * 60 + (minute || 0);
}

/** An end at midnight is the one that ends the day. */
export const endMinuteOf = (field: string): number => startMinuteOf(field) || 1_440;
