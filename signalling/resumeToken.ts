import { createHash, timingSafeEqual } from 'node:crypto';

/** 244 random bits, when `randomUUID` is the one of `node:crypto`. */
export const createResumeToken = (randomUUID: () => string): string => `${randomUUID()}${randomUUID()}`;

/** Whether two tokens are the same, in a time that tells nothing of where they differ. */
export const sameToken = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** The comparison needs equal lengths. */
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();
