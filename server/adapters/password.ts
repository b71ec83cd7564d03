import { hash, verify } from '@node-rs/argon2';

/**
 * Parameters after OWASP's Password Storage Cheat Sheet (argon2id, 19 MiB, two passes, one lane). Argon2id is the
 * library's default; its `Algorithm` is a const enum, which cannot be named under isolated modules.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A new argon2id hash in PHC format, salted at random. */
export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

/** Whether `password` is the one behind `passwordHash`. Takes the same time for either answer. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
	verify(passwordHash, password);
