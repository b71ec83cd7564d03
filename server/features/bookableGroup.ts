/** The services that are groups in which clients may book a place by themselves. */
export const bookableGroup = { bookable: true, archivedAt: null, capacity: { gt: 1 } } as const;
