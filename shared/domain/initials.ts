/** `Jón Þór Demo` is `J. Þ. D.`, `Anna-Maria Demo` is `A. D.` */
export const initialsOf = (name: string): string =>
	name
		.split(/\s+/)
		.flatMap((word) => Array.from(word).slice(0, 1))
		.map((letter) => `${letter.toLocaleUpperCase()}.`)
		.join(' ');
