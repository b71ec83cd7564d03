import { z } from 'zod';
import type { Client } from '../../../shared/contract/clients.ts';
import { locale } from '../../../shared/contract/scalars.ts';

export const clientRow = z.object({
	id: z.uuid(),
	name: z.string(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	locale,
	createdAt: z.coerce.date(),
	nextVisitAt: z.coerce.date().nullable(),
});

export const presentClient = ({ createdAt, nextVisitAt, ...client }: z.output<typeof clientRow>): Client => ({
	...client,
	createdAt: createdAt.toISOString(),
	nextVisitAt: nextVisitAt?.toISOString() ?? null,
});
