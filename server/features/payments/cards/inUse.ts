/** A card that was kept and not taken away since. */
export const inUse = { methodId: { not: null }, revokedAt: null } as const;
