import { z } from 'zod';

/** The last row of a page, after which the next one begins: its instant in milliseconds since 1970, and its id. */
export const cursor = z.string().regex(/^-?\d{1,14}_[0-9a-f-]{36}$/, 'Not a cursor.');
