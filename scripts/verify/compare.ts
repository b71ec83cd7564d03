import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What browsers load of a build: names below the folder, in order. Compressed doubles are the same files again. */
export const filesOf = (folder: string): string[] =>
	globSync('**/*.*', { cwd: folder })
		.filter((file) => !file.endsWith('.br'))
		.toSorted();

/** One SHA-256 over all files of a build and their names, in hexadecimal: the same for everybody who builds this version. */
export function hashOf(folder: string): string {
	const whole = createHash('sha256');
	for (const file of filesOf(folder)) whole.update(`${sha256(readFileSync(path.join(folder, file)))}  ${file}\n`);
	return whole.digest('hex');
}

/**
 * Loads every file of the build from a running Samtal, as a browser does.
 * @param origin e.g. `https://clinic.example`
 * @returns the names of those that are not there, or not the same
 * @throws TypeError where nothing answers
 */
export async function differences(folder: string, origin: string): Promise<string[]> {
	const different: string[] = [];
	for (const file of filesOf(folder)) {
		const response = await fetch(new URL(file, origin));
		const served = Buffer.from(await response.arrayBuffer());
		if (!response.ok || !served.equals(readFileSync(path.join(folder, file)))) different.push(file);
	}
	return different;
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
