import { describe, expect, it } from 'vitest';
import { listAppointments } from '../../shared/contract/appointments.ts';
import { me, signOut } from '../../shared/contract/auth.ts';
import { refresh } from '../../shared/contract/session.ts';
import { getClient } from '../../shared/contract/clients.ts';
import { SamtalError } from '../../shared/contract/errors.ts';
import { statusOf } from '../../shared/contract/errorTable.ts';
import { failure, success } from '../../shared/contract/result.ts';
import { getVisit } from '../../shared/contract/join.ts';
import { createApi } from './api.ts';

const clinic = {
	id: '0b8f0e4a-9f5e-4d5c-8f0e-000000000001',
	name: 'Demo clinic',
	timeZone: 'Atlantic/Reykjavik',
	currency: 'ISK',
	paymentsEnabled: true,
};
const viewer = {
	memberId: '0b8f0e4a-9f5e-4d5c-8f0e-000000000002',
	name: 'Anna Demo',
	email: 'anna@example.org',
	role: 'PROFESSIONAL',
	locale: 'en',
	timeZone: 'Atlantic/Reykjavik',
	isTelehealthManager: false,
	clinic,
};

/** A server in one function; it keeps what it was asked. */
function serve(answer: (url: string, init: RequestInit) => Response | Promise<Response>) {
	const requests: { url: string; init: RequestInit }[] = [];
	const fetch: typeof globalThis.fetch = async (url, init = {}) => {
		requests.push({ url: String(url), init });
		return answer(String(url), init);
	};
	return { fetch, requests };
}
const ok = (data: unknown) => Response.json(success(data));
const fail = (error: SamtalError) => Response.json(failure(error), { status: statusOf(error) });

describe('createApi', () => {
	it('writes params and query into the address', async () => {
		const { fetch, requests } = serve((url) =>
			url.startsWith('/api/clients/') ? fail(new SamtalError('NOT_FOUND')) : ok({ appointments: [] }),
		);
		const api = createApi({ fetch });
		await expect(api.call(getClient, { params: { clientId: 'a/b' } })).rejects.toThrow(SamtalError);
		await api.call(listAppointments, { query: { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' } });
		expect(requests.map((request) => request.url)).toEqual([
			'/api/clients/a%2Fb',
			'/api/appointments?from=2026-03-01T00%3A00%3A00Z&to=2026-03-02T00%3A00%3A00Z',
		]);
	});

	it('throws what the server says, with its details', async () => {
		const { fetch } = serve(() => fail(new SamtalError('RATE_LIMITED', { retryAfterMs: 400 })));
		await expect(createApi({ fetch }).call(signOut)).rejects.toMatchObject({
			code: 'RATE_LIMITED',
			details: { retryAfterMs: 400 },
		});
	});

	it('tells a lost network, a late answer and a proxy’s page apart', async () => {
		const codes = [];
		for (const answer of [
			() => Promise.reject(new TypeError('Failed to fetch')),
			() => Promise.reject(new DOMException('late', 'TimeoutError')),
			() => new Response('<h1>Bad gateway</h1>', { status: 502 }),
			() => ok({ unexpected: true }),
		]) {
			const error = await createApi(serve(answer))
				.call(me)
				.catch((thrown: unknown) => thrown);
			codes.push(error instanceof SamtalError ? error.code : error);
		}
		expect(codes).toEqual(['NETWORK', 'TIMEOUT', 'UNAVAILABLE', 'INTERNAL']);
	});

	it('renews a member’s session once for all calls that wait, then repeats them', async () => {
		let signedIn = false;
		const { fetch, requests } = serve((url) => {
			if (url === refresh.path) {
				signedIn = true;
				return ok(viewer);
			}
			return signedIn ? ok(viewer) : fail(new SamtalError('UNAUTHENTICATED'));
		});
		const api = createApi({ fetch });
		const answers = await Promise.all([api.call(me), api.call(me), api.call(me)]);
		expect(answers.map((answer) => answer.name)).toEqual(['Anna Demo', 'Anna Demo', 'Anna Demo']);
		expect(requests.filter((request) => request.url === refresh.path)).toHaveLength(1);
	});

	it('does not renew for attendees, and sends their token', async () => {
		const { fetch, requests } = serve(() => fail(new SamtalError('UNAUTHENTICATED')));
		const api = createApi({ fetch, authorization: 'Bearer abc' });
		await expect(api.call(getVisit)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
		expect(requests).toHaveLength(1);
		expect(new Headers(requests[0]?.init.headers).get('authorization')).toBe('Bearer abc');
	});
});
