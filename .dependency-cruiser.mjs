/** What may import what: ARCHITECTURE.md, "Layout", as rules. */

const isTest = String.raw`\.(test|e2e)\.tsx?$|/(testing|bench)/|^client/e2e/`;
const packages = (...names) => names.map((name) => `node_modules/${name}/`).join('|');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-cycles',
			comment: 'Files that need each other at run time are one file, or lack a third.',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'resolvable',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
		{
			name: 'shared-imports-zod-rules-and-itself',
			comment: 'Expanding a rule of RFC 5545 is arithmetic: no clock, no network.',
			severity: 'error',
			from: { path: '^shared/', pathNot: isTest },
			to: { pathNot: ['^shared/', packages('zod', 'rrule-temporal')] },
		},
		{
			name: 'client-knows-no-server',
			severity: 'error',
			from: { path: '^client/', pathNot: '^client/e2e/' },
			to: { path: '^(server|signalling|sfu|prisma|scripts)/' },
		},
		{
			name: 'server-knows-no-client',
			severity: 'error',
			from: { path: '^(server|signalling|sfu|prisma)/' },
			to: { path: '^client/' },
		},
		{
			name: 'signalling-stands-alone',
			comment: 'It meets the backend and the media server in its ports alone.',
			severity: 'error',
			from: { path: '^signalling/', pathNot: isTest },
			to: { path: '^(server|sfu|prisma)/' },
		},
		{
			name: 'sfu-stands-alone',
			comment: 'It serves what signalling declares that it needs.',
			severity: 'error',
			from: { path: '^sfu/' },
			to: { path: '^(server|signalling|prisma)/', pathNot: '^signalling/ports\\.ts$' },
		},
		{
			name: 'only-main-wires-the-call',
			severity: 'error',
			from: { path: '^(server|prisma)/', pathNot: ['^server/main\\.ts$', isTest] },
			to: { path: '^(signalling|sfu)/' },
		},
		{
			name: 'mediasoup-only-in-sfu',
			severity: 'error',
			from: { pathNot: ['^sfu/', '^client/e2e/bench/'] },
			to: { path: packages('mediasoup') },
		},
		{
			name: 'services-only-in-adapters',
			comment: 'Prisma, Stripe, tokens, mail and jobs stay behind an adapter.',
			severity: 'error',
			from: { path: '^(server|signalling|sfu|shared)/', pathNot: ['^server/adapters/', isTest] },
			to: {
				path: packages('@prisma/[^/]+', 'stripe', 'jsonwebtoken', 'nodemailer', 'twilio', 'pg-boss', '@node-rs/argon2'),
				dependencyTypesNot: ['type-only'],
			},
		},
		{
			name: 'server-features-stand-alone',
			comment: 'What crosses goes through main.ts or an event.',
			severity: 'error',
			from: { path: '^server/features/([^/]+)/', pathNot: isTest },
			to: { path: '^server/features/[^/]+/', pathNot: '^server/features/$1/' },
		},
		{
			name: 'client-features-stand-alone',
			severity: 'error',
			from: { path: '^client/features/([^/]+)/', pathNot: [isTest, '^client/features/join/'] },
			to: { path: '^client/features/[^/]+/', pathNot: '^client/features/$1/' },
		},
		{
			name: 'join-leads-into-the-call',
			comment: 'The client’s way ends in the call, so it is the one feature that imports another.',
			severity: 'error',
			from: { path: '^client/features/join/', pathNot: isTest },
			to: { path: '^client/features/[^/]+/', pathNot: '^client/features/(join|call)/' },
		},
		{
			name: 'ui-and-lib-know-no-feature',
			severity: 'error',
			from: { path: '^client/(ui|lib)/' },
			to: { path: '^client/(features|app)/' },
		},
		{
			name: 'features-know-no-stand-in',
			severity: 'error',
			from: { path: '^server/(features|http|adapters)/', pathNot: isTest },
			to: { path: '^server/sandbox/' },
		},
		{
			name: 'no-test-code-in-the-product',
			severity: 'error',
			from: { pathNot: [isTest, '^scripts/'] },
			to: { path: isTest },
		},
		{
			name: 'no-development-package-in-the-product',
			severity: 'error',
			from: {
				path: '^(shared|server|signalling|sfu|client)/',
				pathNot: [isTest],
			},
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|server/adapters/prisma/generated)/' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
	},
};
