/** Those of the known values that an address names (`a,b`), in their own order. */
export const severalOf = <V extends string>(known: readonly V[], text: string | null): V[] => {
	const asked = new Set<string>(text?.split(','));
	return known.filter((value) => asked.has(value));
};
