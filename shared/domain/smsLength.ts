/** What an SMS takes on its way (3GPP TS 23.040, 9.2.3.24.1): it is charged by the part. */
export interface SmsLength {
	/** `UCS2` as soon as one character is outside the GSM 7-bit alphabet. */
	encoding: 'GSM7' | 'UCS2';
	/** In units of the encoding: septets, with two for a character of the extension table, or UTF-16 code units. */
	units: number;
	parts: number;
	/** Units that the last part still takes. */
	left: number;
}

/** 3GPP TS 23.038, 6.2.1 and 6.2.1.1. */
const basic = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extension = new Set('\f^{}\\[~]|€');

/** A text in several parts gives six octets of each to the header that joins them again. */
const capacity = { GSM7: { single: 160, joined: 153 }, UCS2: { single: 70, joined: 67 } } as const;

/** Counts a text as a network does: no character is cut in two between parts. The empty text is no part. */
export function smsLength(text: string): SmsLength {
	const characters = [...text];
	const fits = characters.every((character) => basic.has(character) || extension.has(character));
	const encoding = fits ? 'GSM7' : 'UCS2';
	const { single, joined } = capacity[encoding];
	// A character outside of the basic plane is two code units.
	const sizes = characters.map((character) => (fits ? (extension.has(character) ? 2 : 1) : character.length));
	const units = sizes.reduce((sum, size) => sum + size, 0);
	if (units <= single) return { encoding, units, parts: units === 0 ? 0 : 1, left: single - units };
	let parts = 1;
	let used = 0;
	for (const size of sizes) {
		if (used + size > joined) {
			parts += 1;
			used = 0;
		}
		used += size;
	}
	return { encoding, units, parts, left: joined - used };
}
