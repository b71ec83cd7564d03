import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import * as contract from '../../../../shared/contract/payments.ts';
import * as kinds from '../../../../shared/contract/paymentKinds.ts';
import { listPayments } from '../../../../shared/contract/paymentList.ts';
import { resultSchema } from '../../../../shared/contract/result.ts';
import type { ResponseOf, Route } from '../../../../shared/contract/route.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { TestClinic } from './clinic.ts';

interface Call {
	params?: Record<string, string>;
	query?: Record<string, string>;
	body?: object;
}

/** Calls a route over HTTP with these headers. @throws SamtalError as the server answered. */
export async function call<T extends Route>(
	origin: string,
	headers: Record<string, string>,
	route: T,
	{ params = {}, query = {}, body }: Call,
): Promise<ResponseOf<T>> {
	const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '');
	const response = await fetch(`${origin}${path}?${new URLSearchParams(query).toString()}`, {
		method: route.method,
		headers: { ...headers, 'content-type': 'application/json' },
		...(route.method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
	});
	const result = resultSchema(route.response).parse(await response.json());
	if (!result.ok) throw SamtalError.fromBody(result.error);
	return result.data as ResponseOf<T>;
}

/** What a member of the clinic does with payments; `memberId` is the professional unless given. */
export function asMember(origin: string, clinic: TestClinic, memberId = clinic.professionalId) {
	const headers = { 'x-member': memberId };
	return {
		request: (
			{ id = randomUUID(), amountMinor = 8500, appointmentId = clinic.appointmentId, ...more } = {} as Partial<Wanted>,
		) =>
			call(origin, headers, contract.requestPayment, {
				params: { appointmentId },
				body: { id, amountMinor, attendeeId: clinic.attendeeId, description: 'Session', byMail: false, ...more },
			}),
		record: (given: object = {}, appointmentId = clinic.appointmentId) =>
			call(origin, headers, contract.recordPayment, {
				params: { appointmentId },
				body: {
					...{ id: randomUUID(), attendeeId: clinic.attendeeId, amountMinor: 8500, method: 'CASH' },
					...{ description: 'Session', receiptEmail: null, ...given },
				},
			}),
		refund: (paymentId: string, amountMinor: number, { id = randomUUID(), reason = 'Asked for' } = {}) =>
			call(origin, headers, contract.refundPayment, { params: { paymentId }, body: { id, amountMinor, reason } }),
		listKinds: () => call(origin, headers, kinds.listPaymentKinds, {}),
		createKind: (name: string) => call(origin, headers, kinds.createPaymentKind, { body: { name } }),
		archiveKind: (kindId: string) => call(origin, headers, kinds.archivePaymentKind, { params: { kindId } }),
		settle: (paymentId: string, id = randomUUID()) =>
			call(origin, headers, contract.settlePayment, {
				params: { paymentId },
				body: { id, method: 'CASH', receiptEmail: 'jon@example.com' },
			}),
		withdraw: (paymentId: string) => call(origin, headers, contract.withdrawPayment, { params: { paymentId } }),
		sharePayLink: (paymentId: string, byMail = false) =>
			call(origin, headers, contract.sharePayLink, { params: { paymentId }, body: { byMail } }),
		listVisit: (appointmentId = clinic.appointmentId) =>
			call(origin, headers, contract.listVisitPayments, { params: { appointmentId } }),
		listClient: (clientId = clinic.clientId) =>
			call(origin, headers, contract.listClientPayments, { params: { clientId } }),
		list: (from: string, to: string, filter: Record<string, string> = {}) =>
			call(origin, headers, listPayments, { query: { from, to, ...filter } }),
	};
}

interface Wanted {
	id: string;
	amountMinor: number;
	appointmentId: string;
	attendeeId: string;
	description: string;
	byMail: boolean;
}

/** What the attendee does with payments, in the app and in the card form. */
export const asAttendee = (origin: string, { attendeeId }: Pick<TestClinic, 'attendeeId'>) =>
	asPayer(origin, attendeeId);

/** The same for whoever holds this token. */
export function asPayer(origin: string, token: string) {
	const headers = { authorization: `Bearer ${token}` };
	return {
		list: () => call(origin, headers, contract.listOwnPayments, {}),
		startPaying: (paymentId: string, receiptEmail = 'jon@example.com', keepCard: CardWords | null = null) =>
			call(origin, headers, contract.startPaying, { params: { paymentId }, body: { receiptEmail, keepCard } }),
		openCheckout: (paymentId: string) => call(origin, headers, contract.openCheckout, { params: { paymentId } }),
	};
}

/** To which words a payer agrees who lets the clinic keep the card. */
export interface CardWords {
	version: string;
	locale: string;
}

type Started = ResponseOf<typeof contract.startPaying>;
const intentId = ({ clientSecret }: Started) => clientSecret.split('_secret_')[0] ?? '';

const stripeAnswer = z.union([
	z.object({ object: z.literal('payment_intent'), status: z.string() }),
	z.object({ error: z.object({ code: z.string(), decline_code: z.string().optional() }) }),
]);

async function post(origin: string, started: Started, action: string, fields: Record<string, string>) {
	const response = await fetch(`${origin}/sandbox/stripe/v1/payment_intents/${intentId(started)}/${action}`, {
		method: 'POST',
		body: new URLSearchParams({
			key: started.publishableKey,
			client_secret: started.clientSecret,
			...(started.stripeAccount !== null && { _stripe_account: started.stripeAccount }),
			...fields,
		}),
	});
	const answer = stripeAnswer.parse(await response.json());
	return 'error' in answer ? (answer.error.decline_code ?? answer.error.code) : answer.status;
}

/** Types a card into the form; answers with the intent's status, or why the card was refused. */
export const payWithCard = (origin: string, started: Started, number = '4242 4242 4242 4242') =>
	post(origin, started, 'confirm', {
		'payment_method_data[type]': 'card',
		'payment_method_data[card][number]': number,
		'payment_method_data[card][exp_month]': '12',
		'payment_method_data[card][exp_year]': '2034',
		'payment_method_data[card][cvc]': '123',
	});

/** Ends the 3-D Secure step. */
export const answerChallenge = (origin: string, started: Started, outcome: 'approved' | 'refused') =>
	post(origin, started, 'authenticate', { outcome });

/** What the payer does on the provider's own page. Answers with the status: 303 once it is paid. */
async function onPage(url: string, fields: Record<string, string>): Promise<number> {
	return (await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })).status;
}

export const payOnPage = (url: string, number = '4242 4242 4242 4242') =>
	onPage(url, { number, exp_month: '12', exp_year: '2034', cvc: '123' });
export const answerOnPage = (url: string, outcome: 'approved' | 'refused') => onPage(url, { outcome });
