import type { DemoAccess } from '../prisma/seed.ts';

export interface Welcome {
	origin: string;
	/** Absent in production, where there is no demo clinic. */
	demo: DemoAccess | undefined;
}

/** What to open, for whoever started Samtal: as text, or as one line of JSON for programs. */
export function describe({ origin, demo }: Welcome, as: 'text' | 'json'): string {
	const addresses = {
		url: `${origin}/`,
		...demo,
		...(demo && { outbox: `${origin}/dev/outbox`, stripe: `${origin}/dev/stripe` }),
		health: `${origin}/healthz`,
	};
	if (as === 'json') return JSON.stringify(addresses);
	const lines: [string, string][] = [['Workstation', addresses.url]];
	for (const { role, email, password } of demo?.accounts ?? []) {
		lines.push([role === 'MANAGER' ? 'Manager' : 'Professional', `${email}  password ${password}`]);
	}
	if (demo) {
		lines.push(['Join as client', demo.joinLink]);
		lines.push(['Mail outbox', `${origin}/dev/outbox`]);
		lines.push(['Stripe sandbox', `${origin}/dev/stripe`]);
	}
	lines.push(['Health', addresses.health]);
	return ['', 'Samtal is ready.', '', ...lines.map(([what, where]) => `  ${what.padEnd(16)}${where}`), ''].join('\n');
}
