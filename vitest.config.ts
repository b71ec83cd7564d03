import { defineConfig } from 'vitest/config';

/**
 * Four kinds of test: `unit` on Node, `server` with a database, `pages` with real browsers, two files at a time; then
 * `calls`, with real media between browsers, which need a machine of their own: one file at a time.
 */
export default defineConfig({
	test: {
		reporters: ['default', './scripts/countReporter.ts'],
		// Vitest leaves one processor to itself, which on a machine of two is half of it.
		maxWorkers: 2,
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
					name: 'pages',
					include: ['client/e2e/pages/*.e2e.ts'],
					globalSetup: 'server/testing/globalSetup.ts',
					testTimeout: 120_000,
					hookTimeout: 180_000,
				},
			},
			{
				test: {
					name: 'calls',
					include: ['client/e2e/calls/*.e2e.ts'],
					globalSetup: 'server/testing/globalSetup.ts',
					fileParallelism: false,
					sequence: { groupOrder: 1 },
					testTimeout: 120_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
