import { expect, it } from 'vitest';
import { tryAgainMs } from './tryAgain.ts';

it('waits ever longer, but nobody for more than ten seconds', () => {
	expect([1, 2, 3, 4, 5, 500].map(tryAgainMs)).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});
