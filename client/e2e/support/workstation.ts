import { z } from 'zod';
import {
	createAppointment,
	getAppointment,
	inviteGuest,
	listServices,
	type Appointment,
} from '../../../shared/contract/appointments.ts';
import { signIn } from '../../../shared/contract/auth.ts';
import { resultSchema } from '../../../shared/contract/result.ts';
import type { InputOf, ResponseOf, Route } from '../../../shared/contract/route.ts';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { TestServer } from './server.ts';

const inputParts = z.object({
	params: z.record(z.string(), z.string()).default({}),
	query: z.record(z.string(), z.unknown()).default({}),
	body: z.unknown().optional(),
});

/** A professional's REST calls from outside a browser, for what a test needs before its pages open. */
export class Workstation {
	readonly #origin: string;
	readonly #cookies: string;
	#visits = 0;

	private constructor(origin: string, cookies: string) {
		this.#origin = origin;
		this.#cookies = cookies;
	}

	/** Signs in as the first professional of the demo clinic (`index` 1: the second). */
	static async signIn(server: TestServer, index = 0): Promise<Workstation> {
		const account = professional(server, index);
		const response = await fetch(new URL(signIn.path, server.url), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ email: account.email, password: account.password }),
		});
		if (!response.ok) throw new Error(`Sign-in answered ${response.status}`);
		const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
		return new Workstation(server.url, cookies.join('; '));
	}

	async call<T extends Route>(route: T, input: InputOf<T>): Promise<ResponseOf<T>> {
		const { params, query, body } = inputParts.parse(input);
		const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
		const url = new URL(path, this.#origin);
		for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
		const response = await fetch(url, {
			method: route.method,
			headers: { 'Content-Type': 'application/json', Cookie: this.#cookies },
			...(route.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
		});
		const result = resultSchema(route.response).parse(await response.json());
		if (!result.ok) throw SamtalError.fromBody(result.error);
		return result.data as ResponseOf<T>;
	}

	/** Books a visit far enough ahead to be in nobody's way; each call another time and another client. */
	async bookVisit(clientName = 'Vera Visitor'): Promise<Appointment> {
		const { services } = await this.call(listServices, {});
		return this.#book(services[0]?.id, this.#newClient(clientName));
	}

	/** The same for several clients who come together. */
	async bookGroup(clientName: string, ...others: string[]): Promise<Appointment> {
		const { services } = await this.call(listServices, {});
		const group = services.find(({ capacity }) => capacity > others.length);
		return this.#book(
			group?.id,
			this.#newClient(clientName),
			others.map((each) => this.#newClient(each)),
		);
	}

	#newClient(name: string): NewClient {
		this.#visits += 1;
		return { name, email: `visitor-${Date.now()}-${this.#visits}@example.com`, locale: 'en' };
	}

	#book(serviceId: string | undefined, client: NewClient, alsoClients?: NewClient[]): Promise<Appointment> {
		if (serviceId === undefined) throw new Error('The demo clinic has no such service');
		return this.call(createAppointment, {
			body: {
				...{ client, serviceId, startsAt: freeInstant(), confirm: ['OUTSIDE_HOURS'] },
				...(alsoClients && { alsoClients }),
			},
		});
	}

	/** A join link for one more participant of the visit. */
	async inviteGuest(appointmentId: string, name: string): Promise<string> {
		return (await this.call(inviteGuest, { params: { appointmentId }, body: { name } })).joinLink;
	}

	readVisit(appointmentId: string): Promise<Appointment> {
		return this.call(getAppointment, { params: { appointmentId } });
	}
}

interface NewClient {
	name: string;
	email: string;
	locale: Locale;
}

export function professional(server: TestServer, index = 0): TestServer['accounts'][number] {
	const account = server.accounts.filter(({ role }) => role === 'PROFESSIONAL')[index];
	if (!account) throw new Error('The demo clinic has no such professional');
	return account;
}

let nextSlot = 0;

/** Whole hours in the next year's nights, one after another: no two tests of one run share one. */
function freeInstant(): string {
	nextSlot += 1;
	const start = Temporal.Now.plainDateISO('UTC')
		.add({ days: 60 + Math.floor(nextSlot / 3) })
		.toZonedDateTime({ timeZone: 'UTC', plainTime: Temporal.PlainTime.from({ hour: (nextSlot % 3) * 2 + 1 }) });
	return start.toInstant().toString();
}
