import type Stripe from 'stripe';

interface ErrorBody {
	type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
	message: string;
	code?: string;
	decline_code?: string;
	param?: string;
	payment_intent?: Stripe.PaymentIntent;
}

/** A refusal as Stripe words it: HTTP status and the `error` object (Stripe API, "Errors"). */
export class SandboxRefusal extends Error {
	override readonly name = 'SandboxRefusal';
	readonly status: number;
	readonly body: ErrorBody;

	constructor(status: number, body: ErrorBody) {
		super(body.message);
		this.status = status;
		this.body = body;
	}

	static invalid(message: string, details: { code?: string; param?: string } = {}): SandboxRefusal {
		return new SandboxRefusal(400, { type: 'invalid_request_error', message, ...details });
	}

	static missing(id: string, kind = 'payment_intent'): SandboxRefusal {
		const message = `No such ${kind}: '${id}'`;
		return new SandboxRefusal(404, {
			type: 'invalid_request_error',
			code: 'resource_missing',
			param: 'intent',
			message,
		});
	}

	static noAccess(account: string): SandboxRefusal {
		const message = `The provided key does not have access to account '${account}' (or that account does not exist).`;
		return new SandboxRefusal(403, { type: 'invalid_request_error', code: 'account_invalid', message });
	}

	static unexpectedState(intent: Stripe.PaymentIntent): SandboxRefusal {
		return new SandboxRefusal(400, {
			type: 'invalid_request_error',
			code: 'payment_intent_unexpected_state',
			message: `This PaymentIntent cannot be changed because it has a status of ${intent.status}.`,
			payment_intent: intent,
		});
	}
}
