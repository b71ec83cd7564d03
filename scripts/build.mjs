// `npm run build`: installs and builds what is missing, and stops there; for a container image.
import { prepareAll } from './setup/prepare.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	await prepareAll();
	return 0;
});
