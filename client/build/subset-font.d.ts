/** The part of subset-font that the build uses; the package brings no types. */
declare module 'subset-font' {
	/** Resolves with a font that holds only the glyphs for `text`. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: {
			targetFormat: 'woff2';
			keepFeatures: readonly string[];
			variationAxes: Readonly<Record<string, { min: number; max: number }>>;
		},
	): Promise<Uint8Array>;
}
