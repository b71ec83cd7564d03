/** The largest that the contract takes. */
const pieceBytes = 40_000;

/** A message in parts that the signalling carries. */
export const toPieces = (bytes: Uint8Array): Uint8Array[] =>
	Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
		bytes.slice(index * pieceBytes, (index + 1) * pieceBytes),
	);

export function fromPieces(pieces: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
