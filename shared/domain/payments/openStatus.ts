import type { PaymentStatus } from '../../contract/payments.ts';

const open: readonly PaymentStatus[] = ['REQUESTED', 'PAYING', 'FAILED'];

/** The states in which money can still come: also after a declined card, which can be tried again. */
export const openStatuses = (): PaymentStatus[] => [...open];

export const isOpenStatus = (status: PaymentStatus): boolean => open.includes(status);
