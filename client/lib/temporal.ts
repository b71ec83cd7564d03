/** Gives `Temporal` to browsers that lack it (Safari); the others load nothing. Await it before the first screen. */
export async function loadTemporal(): Promise<void> {
	if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
}
