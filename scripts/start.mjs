// `npm start`: installs and builds what is missing, then runs the server. Plain JavaScript for any Node
// from 20 on, with nothing installed. The server's options (--json, --https) are passed on.
import { nodeBinary } from './setup/paths.mjs';
import { installPackages } from './setup/packages.mjs';
import { buildClient, generateDatabaseClient } from './setup/generated.mjs';
import { runShown } from './setup/run.mjs';
import { requireNode, runMain } from './setup/say.mjs';
import { getMediaWorker } from './setup/worker.mjs';

await runMain(async () => {
	requireNode();
	await installPackages();
	const mediaWorker = await getMediaWorker();
	await generateDatabaseClient();
	await buildClient();
	return runShown(nodeBinary, ['server/main.ts', ...process.argv.slice(2)], {
		env: { MEDIASOUP_WORKER_BIN: mediaWorker },
	});
});
