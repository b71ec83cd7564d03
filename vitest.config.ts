import { defineConfig } from 'vitest/config';

/** Three kinds of test: `unit` on Node, `server` with a database, `browser` with real pages, one file at a time. */
export default defineConfig({
	test: {
		reporters: ['default', './scripts/countReporter.ts'],
		projects: [
			{
				test: {
					name: 'unit',
					include: ['{shared,sfu,signalling,client,scripts}/**/*.test.{ts,tsx}'],
					exclude: ['client/e2e/**'],
				},
			},
			{
				test: {
					name: 'server',
					include: ['{server,prisma}/**/*.test.ts'],
					globalSetup: 'server/testing/globalSetup.ts',
					testTimeout: 20_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'browser',
					include: ['client/e2e/**/*.e2e.ts'],
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
