import { buildClient, generateDatabaseClient } from './generated.mjs';
import { installPackages } from './packages.mjs';
import { requireNode } from './say.mjs';
import { getMediaWorker } from './worker.mjs';

/** Does what is missing before the server can run. Resolves with the environment that it needs for that. */
export async function prepareServer() {
	requireNode();
	await installPackages();
	const MEDIASOUP_WORKER_BIN = await getMediaWorker();
	await generateDatabaseClient();
	return { MEDIASOUP_WORKER_BIN };
}

/** The same, and the pages that it serves. */
export async function prepareAll() {
	const env = await prepareServer();
	await buildClient();
	return env;
}
