import { createHash } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { accountOrPlatform } from './api/account.ts';
import { SandboxRefusal } from './errors.ts';
import type { SandboxStore } from './store.ts';

/** Answers with an object once everything is on disk, so that what was told is never forgotten. */
export async function answer(store: SandboxStore, response: Response, body: object) {
	remember(store, response, 200, body);
	await store.save();
	if (response.locals['isLost'] === true) response.destroy();
	else response.json(body);
}

/** Words refusals as Stripe does. What was changed on the way (a declined try) is saved first. */
export const answerRefusal =
	(store: SandboxStore): ErrorRequestHandler =>
	async (error, _request, response, next) => {
		if (!(error instanceof SandboxRefusal)) return next(error);
		// A card that was tried is not tried again under the same key.
		if (error.body.payment_intent && error.status === 402) remember(store, response, 402, { error: error.body });
		await store.save();
		if (error.status === 402 && response.locals['isLost'] === true) response.destroy();
		else response.status(error.status).json({ error: error.body });
	};

/** Account and idempotency key of the request under way, where it has one. */
const keyed = z.object({ answerKey: z.string(), requestHash: z.string() });

/**
 * The same key with the same request gets the same answer, with another request a conflict (Stripe API,
 * "Idempotent requests").
 */
export const idempotent =
	(store: SandboxStore): RequestHandler =>
	(request, response, next) => {
		const key = request.get('idempotency-key');
		if (request.method !== 'POST' || key === undefined) return next();
		const answerKey = `${accountOrPlatform(request) ?? ''} ${key}`;
		const requestHash = createHash('sha256')
			.update(JSON.stringify([request.path, request.body]))
			.digest('hex');
		const known = store.state.answers[answerKey];
		if (known === undefined) {
			Object.assign(response.locals, { answerKey, requestHash });
			return next();
		}
		if (known.request !== requestHash) {
			const message = 'Keys for idempotent requests can only be used with the parameters they were first used with.';
			throw new SandboxRefusal(400, { type: 'idempotency_error', message });
		}
		response.set('Idempotent-Replayed', 'true').status(known.status).json(known.body);
	};

function remember(store: SandboxStore, response: Response, status: number, body: object): void {
	const request = keyed.safeParse(response.locals);
	if (!request.success) return;
	const { answerKey, requestHash } = request.data;
	store.state.answers[answerKey] = {
		request: requestHash,
		status,
		body: z.json().parse(JSON.parse(JSON.stringify(body))),
	};
}
