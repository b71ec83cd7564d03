// `npm test [-- file …]`: installs and builds what is missing, then runs the tests. Plain JavaScript for any
// Node from 20 on, with nothing installed. Ends with a line `N passed, N failed`.
import { getTestPrograms } from './browsers.mjs';
import { buildClient, generateDatabaseClient } from './setup/generated.mjs';
import { installPackages } from './setup/packages.mjs';
import { inRoot, nodeBinary } from './setup/paths.mjs';
import { runShown } from './setup/run.mjs';
import { requireNode, runMain } from './setup/say.mjs';
import { getMediaWorker } from './setup/worker.mjs';

await runMain(async () => {
	requireNode();
	await installPackages();
	const env = { MEDIASOUP_WORKER_BIN: await getMediaWorker(), ...(await getTestPrograms()) };
	await generateDatabaseClient();
	await buildClient();
	return runShown(nodeBinary, [inRoot('node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], { env });
});
