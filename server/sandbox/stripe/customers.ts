import { z } from 'zod';
import { SandboxRefusal } from './errors.ts';
import type { IntentDeps } from './intents.ts';
import type { StoredCustomer, StoredIntent, StoredMethod } from './store.ts';

export type MethodEventType = 'payment_method.attached' | 'payment_method.detached';

interface CustomerDeps extends Omit<IntentDeps, 'customers' | 'disputes' | 'emit'> {
	/** Keeps an event about this card as it is now, and sends it. */
	emit: (type: MethodEventType, method: StoredMethod) => void;
}

const createParams = z.object({ metadata: z.record(z.string(), z.string()).default({}) });

/** What Stripe does with customers and the cards that are kept for them, as far as Samtal uses it. */
export function createCustomers({ store, now, newId, emit }: CustomerDeps) {
	const { customers, methods } = store.state;

	function findMethod(account: string, id: string): StoredMethod {
		const method = methods[id];
		if (method === undefined || method.account !== account) throw SandboxRefusal.missing(id, 'PaymentMethod');
		return method;
	}

	return {
		create(account: string, params: unknown): StoredCustomer {
			const parsed = createParams.safeParse(params ?? {});
			if (!parsed.success) throw SandboxRefusal.invalid('Invalid request.');
			const id = `cus_${newId().replaceAll('-', '').slice(0, 14)}`;
			const customer = { id, account, created: Math.floor(now().getTime() / 1000), ...parsed.data };
			customers[id] = customer;
			return customer;
		},

		find(account: string, id: string): StoredCustomer {
			const customer = customers[id];
			if (customer === undefined || customer.account !== account) throw SandboxRefusal.missing(id, 'customer');
			return customer;
		},

		/** Keeps the card of an intent that is paid, where that was asked for. */
		attach({ account, customer, setupFutureUsage, method }: StoredIntent): void {
			if (customer === null || setupFutureUsage === null || method === null) return;
			const kept = { ...method, account, customer };
			methods[method.id] = kept;
			emit('payment_method.attached', kept);
		},

		/** A card that may be charged for this customer. */
		findKept(account: string, id: string, customer: string | null): StoredMethod {
			const method = findMethod(account, id);
			if (method.customer !== null && method.customer === customer) return method;
			throw SandboxRefusal.invalid('The payment method you provided is not attached to the customer of this payment.');
		},

		detach(account: string, id: string): StoredMethod {
			const method = findMethod(account, id);
			if (method.customer === null) {
				const message = 'The payment method you provided is not attached to a customer so detachment is impossible.';
				throw SandboxRefusal.invalid(message);
			}
			method.customer = null;
			emit('payment_method.detached', method);
			return method;
		},
	};
}

export type Customers = ReturnType<typeof createCustomers>;
