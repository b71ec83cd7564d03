/** Where a row stands in a list by time; the next ones come after it. */
export interface Position {
	at: Date;
	id: string;
}

export const cursorOf = ({ at, id }: Position): string => `${at.getTime()}_${id}`;

/** `cursor` is of the form that the contract says. */
export function positionOf(cursor: string): Position {
	const [milliseconds, id = ''] = cursor.split('_');
	return { at: new Date(Number(milliseconds)), id };
}
