// `npm start`: installs and builds what is missing, then runs the server. Plain JavaScript for any Node
// from 20 on, with nothing installed. The server's options (--json, --https) are passed on.
import { inRoot, nodeBinary } from './setup/paths.mjs';
import { prepareAll } from './setup/prepare.mjs';
import { runShown } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	// Node keeps what it has compiled: a third less time for the next start.
	const env = { ...(await prepareAll()), NODE_COMPILE_CACHE: inRoot('node_modules/.cache/samtal/compiled') };
	return runShown(nodeBinary, ['server/main.ts', ...process.argv.slice(2)], { env });
});
