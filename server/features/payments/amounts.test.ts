import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { currencies, type Currency } from '../../../shared/contract/scalars.ts';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { withCards, payAndKeep } from './testing/cards.ts';
import { asAttendee, asMember, payOnPage, payWithCard } from './testing/people.ts';
import { paidIntent, receiveByCard } from './testing/received.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.close());

/** What stands in both books: nothing may be added to either. */
async function written({ clinicId, account }: TestClinic) {
	const where = { clinicId };
	const intents = Object.values(world.sandbox.books.intents).filter((each) => each.account === account);
	return {
		payments: await world.database.payment.count({ where }),
		refunds: await world.database.refund.count({ where }),
		mails: await world.database.message.count({ where }),
		intents: intents.length,
	};
}

const amounts: Record<Currency, { minor: number; stripe: number; written: string }> = {
	AUD: { minor: 120_50, stripe: 120_50, written: 'A$120.50' },
	EUR: { minor: 85_05, stripe: 85_05, written: '€85.05' },
	GBP: { minor: 30, stripe: 30, written: '£0.30' },
	ISK: { minor: 19_500, stripe: 1_950_000, written: 'ISK 19,500' },
	PLN: { minor: 999_999_99, stripe: 999_999_99, written: 'PLN 999,999.99' },
	USD: { minor: 1_00, stripe: 1_00, written: '$1.00' },
};

it.each(currencies)(
	'in %s as much is asked for, taken, written and given back, in the form and on the page',
	async (currency) => {
		const { minor: amountMinor, stripe, written: words } = amounts[currency];
		const clinic = await buildClinic(world.database, { currency, clientLocale: 'en' });
		const [professional, payer] = [asMember(world.origin, clinic), asAttendee(world.origin, clinic)];
		for (const onPage of [false, true]) {
			const { id } = await professional.request({ amountMinor });
			const form = await payer.startPaying(id);
			if (onPage) await payOnPage((await payer.openCheckout(id)).url);
			else await payWithCard(world.origin, form);
			const isReceived = async () =>
				expect(await world.database.payment.findUnique({ where: { id } })).toMatchObject({
					...{ status: 'RECEIVED', amountMinor, currency },
				});
			await vi.waitFor(isReceived, { timeout: 5000, interval: 20 });
			expect(paidIntent(world, id)).toMatchObject({ amount: stripe, currency: currency.toLowerCase() });
			const refunded = await professional.refund(id, amountMinor);
			expect(refunded).toMatchObject({ refundedMinor: amountMinor, currency });
			expect(paidIntent(world, id).refunds).toMatchObject([{ amount: stripe }]);
		}
		const subjects = (await world.database.message.findMany({ where: { clinicId: clinic.clinicId } })).map(
			({ subject }) => subject.replaceAll(/\p{Zs}/gu, ' '),
		);
		expect(subjects).toContain(`Receipt from Demo Clinic: ${words}`);
	},
);

it.each([
	['below nothing', -8_500],
	['nothing', 0],
	['a part of a unit', 0.5],
	['more than is ever charged', 100_000_000],
	['more than a number holds', 1e300],
	['words', '8500'],
])('%s is no amount: not to ask for, not to record, not to charge, not to give back', async (_, given) => {
	const clinic = await buildClinic(world.database);
	const professional = asMember(world.origin, clinic);
	const paid = await receiveByCard(world, clinic);
	await payAndKeep(world, clinic);
	const cards = withCards(world.origin, clinic);
	const cardId = (await cards.read())?.id ?? '';
	const before = await written(clinic);
	const body = { amountMinor: given } as { amountMinor: number };
	const issues = expect.arrayContaining([expect.objectContaining({ path: 'body.amountMinor' })]);
	const attempts = await Promise.allSettled([
		professional.request(body),
		professional.record(body),
		cards.charge(cardId, body),
		professional.refund(paid, body.amountMinor),
	]);
	for (const each of attempts) expect(each).toMatchObject({ reason: { code: 'VALIDATION', details: { issues } } });
	expect(await written(clinic)).toEqual(before);
});

it.each([
	['ISK', 99],
	['ISK', 1_000_000],
	['EUR', 49],
	['PLN', 1_99],
] as const)(
	'%s %d, which no card can pay, is not asked for and not charged, but can be recorded',
	async (currency, amountMinor) => {
		const clinic = await buildClinic(world.database, { currency });
		const professional = asMember(world.origin, clinic);
		await payAndKeep(world, clinic);
		const cards = withCards(world.origin, clinic);
		const cardId = (await cards.read())?.id ?? '';
		const before = await written(clinic);
		await expect(professional.request({ amountMinor })).rejects.toMatchObject({ code: 'CARD_AMOUNT' });
		await expect(cards.charge(cardId, { amountMinor })).rejects.toMatchObject({ code: 'CARD_AMOUNT' });
		expect(await written(clinic)).toEqual(before);
		expect(await professional.record({ amountMinor })).toMatchObject({ status: 'RECEIVED', amountMinor });
	},
);
