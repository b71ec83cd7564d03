import { dateIn, type Format } from '../../format.ts';

interface Span {
	from: string;
	/** Null while it lasts. */
	until: string | null;
}

/** `14:00–14:50`, `14:00–`; with the date where that is not the one of `day`. Instants are ISO 8601. */
export function spanText(format: Format, { from, until }: Span, day: string): string {
	const isThatDay = dateIn(from, format.timeZone).equals(dateIn(day, format.timeZone));
	const begin = isThatDay ? format.time(from) : format.dateTime(from);
	return `${begin}–${until === null ? '' : format.time(until)}`;
}

/** In whole minutes, at least one: who looked in was there. Empty while it lasts. */
export function spanLength(format: Format, { from, until }: Span): string {
	if (until === null) return '';
	const minutes = Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / 60_000));
	return format.duration(minutes * 60_000);
}
