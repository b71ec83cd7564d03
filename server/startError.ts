/**
 * Why Samtal cannot start, as one line for the person who starts it: what is wrong and the way out.
 * `main.ts` prints the message alone; a stack would only hide it.
 */
export class StartError extends Error {
	override readonly name = 'StartError';
}
