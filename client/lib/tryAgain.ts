/** How long to wait after so many failures, in ms: a second, ever longer, at most ten. */
export const tryAgainMs = (failures: number): number => Math.min(1_000 * 2 ** Math.max(0, failures - 1), 10_000);
