import type { CalendarVisit } from './calendarQuery.ts';

/** Visits of one colleague or at one office, which can be shown and hidden together. */
export interface Layer {
	id: string;
	kind: 'professional' | 'office';
	name: string;
	/** Which colour it has; offices have none. */
	colour: number;
}

/** How many colours there are (calendar.css). */
const colours = 6;

/** Everybody who has visits here and every office that sees some, by name; the viewer first. */
export function layersOf(visits: readonly Pick<CalendarVisit, 'professional' | 'office'>[], viewerId: string): Layer[] {
	const professionals = distinct(visits.map(({ professional }) => professional)).toSorted(
		(one, other) => Number(other.id === viewerId) - Number(one.id === viewerId),
	);
	return [
		...professionals.map(({ id, name }, nth) => ({ id, name, kind: 'professional' as const, colour: nth % colours })),
		...distinct(visits.map(({ office }) => office)).map(({ id, name }) => ({
			...{ id, name, kind: 'office' as const, colour: 0 },
		})),
	];
}

/** Without what belongs to a hidden colleague or takes place at a hidden office. */
export const shownIn = <T extends { professional: { id: string }; office?: { id: string } }>(
	entries: readonly T[],
	hidden: ReadonlySet<string>,
): T[] => entries.filter(({ professional, office }) => !hidden.has(professional.id) && !hidden.has(office?.id ?? ''));

const distinct = (named: readonly { id: string; name: string }[]) =>
	[...new Map(named.map((each) => [each.id, each])).values()].toSorted((one, other) =>
		one.name.localeCompare(other.name),
	);
