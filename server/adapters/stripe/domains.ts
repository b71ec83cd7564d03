import type { AccountProvider } from '../../features/payments/setup/ports.ts';
import type { AccountClients } from './accountClients.ts';

/** On an account's own list, as its card form looks there (Stripe, "Register domains for payment methods"). */
export const createRegisterDomain =
	(clients: AccountClients): AccountProvider['registerDomain'] =>
	async (account, domain) => {
		const { stripe, ask, on } = await clients.of(account);
		await ask(stripe.paymentMethodDomains.create({ domain_name: domain }, on));
	};
