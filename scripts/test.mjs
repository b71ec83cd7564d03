// `npm test [-- file …]`: installs and builds what is missing, then runs the tests. Plain JavaScript for any
// Node from 20 on, with nothing installed. Ends with a line `N passed, N failed`.
import { getTestPrograms } from './browsers.mjs';
import { inRoot, nodeBinary } from './setup/paths.mjs';
import { prepareAll } from './setup/prepare.mjs';
import { runShown } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	const env = { ...(await prepareAll()), ...(await getTestPrograms()) };
	return runShown(nodeBinary, [inRoot('node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], { env });
});
