// `npm run dev`: like `npm start`, with both sides reloading when their code changes. The pages come from Vite
// on PORT; what is not a page goes on to the server, on the next port.
import { nodeBinary } from './setup/paths.mjs';
import { prepareServer } from './setup/prepare.mjs';
import { runShown } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
	const port = Number(process.env.PORT || 3000);
	const env = {
		...(await prepareServer()),
		PORT: String(port + 1),
		PUBLIC_URL: `http://127.0.0.1:${port}`,
		DRAIN_SECONDS: '0',
	};
	const [code] = await Promise.all([
		runShown(nodeBinary, ['--watch', '--watch-preserve-output', 'server/main.ts'], { env }),
		runShown(nodeBinary, ['scripts/devPages.ts'], { env }),
	]);
	return code;
});
