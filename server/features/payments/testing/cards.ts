import { randomUUID } from 'node:crypto';
import * as contract from '../../../../shared/contract/cardsOnFile.ts';
import { reconcile } from '../events/reconcile.ts';
import type { TestClinic } from './clinic.ts';
import { answerChallenge, asAttendee, asMember, call, payWithCard } from './people.ts';
import type { World } from './world.ts';

/** Whose number asks for its holder with every charge. */
export const wantsItsHolder = '4000 0027 6000 3184';

/** What a member of the clinic does with a client's card; `memberId` is the professional unless given. */
export function withCards(origin: string, clinic: TestClinic, memberId = clinic.professionalId) {
	const headers = { 'x-member': memberId };
	const { clientId, appointmentId } = clinic;
	return {
		read: async () => (await call(origin, headers, contract.getClientCard, { params: { clientId } })).card,
		charge: (cardId: string, given: object = {}) =>
			call(origin, headers, contract.chargeCard, {
				params: { clientId, cardId },
				body: { id: randomUUID(), appointmentId, amountMinor: 4_000, description: 'No-show', ...given },
			}),
		remove: (cardId: string) => call(origin, headers, contract.removeClientCard, { params: { clientId, cardId } }),
	};
}

/** The same for the client, on their own page. */
export function withOwnCard(origin: string, { clientId, clinicId }: TestClinic) {
	const headers = { authorization: `Bearer ${clientId}.${clinicId}` };
	return {
		read: async () => (await call(origin, headers, contract.getOwnCard, {})).card,
		remove: (cardId: string) => call(origin, headers, contract.removeOwnCard, { params: { cardId } }),
	};
}

/** The words that a payer reads before they agree. */
export const readConsent = async (origin: string, { attendeeId }: Pick<TestClinic, 'attendeeId'>, locale = 'en') =>
	(await call(origin, { authorization: `Bearer ${attendeeId}` }, contract.getCardConsent, { query: { locale } }))
		.consent;

/** Pays a new request with a card and lets it be kept, whether webhooks come or not; answers with the payment's id. */
export async function payAndKeep(world: World, clinic: TestClinic, number?: string): Promise<string> {
	const { id } = await asMember(world.origin, clinic).request();
	const form = await asAttendee(world.origin, clinic).startPaying(id, 'jon@example.com', {
		...{ version: (await readConsent(world.origin, clinic))?.version ?? '', locale: 'en' },
	});
	const status = await payWithCard(world.origin, form, number);
	if (status === 'requires_action') await answerChallenge(world.origin, form, 'approved');
	await aMinuteLater(world);
	return id;
}

/** What a server does by itself after a while, in ms, in which nothing else happens. */
export const aMinuteLater = (world: World, ms = 61_000) =>
	reconcile({ ...world.deps, now: () => new Date(Date.now() + ms) });
