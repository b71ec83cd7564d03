import { CreditCard } from 'lucide-react';
import { lazy } from 'react';
import type { Tool } from '../registry.ts';

const host = () => import('./host.ts');
const attendee = () => import('./attendee.ts');

export const paymentsTool: Tool = {
	id: 'payments',
	icon: CreditCard,
	addOn: 'payments',
	sides: {
		host: {
			View: lazy(async () => ({ default: (await host()).HostPayments })),
			State: lazy(async () => ({ default: (await host()).HostPaymentState })),
			Card: lazy(async () => ({ default: (await host()).PaymentWatch })),
		},
		attendee: {
			View: lazy(async () => ({ default: (await attendee()).OwnPayments })),
			State: lazy(async () => ({ default: (await attendee()).OwnPaymentState })),
			Card: lazy(async () => ({ default: (await attendee()).PaymentCard })),
		},
	},
};
