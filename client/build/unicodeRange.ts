/**
 * All characters of a `unicode-range` (CSS Fonts 4, section 4.5) that is written in single code points and
 * intervals, such as `U+0041, U+0061-007A`.
 */
export function charactersOf(range: string): string {
	return [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)]
		.flatMap(([, first = '', last = first]) => {
			const start = Number.parseInt(first, 16);
			const length = Number.parseInt(last, 16) - start + 1;
			return Array.from({ length }, (_, offset) => String.fromCodePoint(start + offset));
		})
		.join('');
}
