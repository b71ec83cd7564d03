/** The same data with one of its values, counted through the whole tree, changed. */
export function mutate(data: unknown, at: number, change: (value: unknown) => unknown): unknown {
	const places = countPlaces(data);
	let index = at % places;
	const walk = (node: unknown): unknown => {
		if (index-- === 0) return change(node);
		if (Array.isArray(node)) return node.map(walk);
		if (!isTree(node)) return node;
		return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, walk(child)]));
	};
	return walk(data);
}

const isTree = (node: unknown): node is object =>
	typeof node === 'object' && node !== null && !(node instanceof Uint8Array);

const countPlaces = (node: unknown): number =>
	isTree(node) ? Object.values(node).reduce<number>((sum, child) => sum + countPlaces(child), 1) : 1;
