import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../../adapters/i18n.ts';
import { writeReceipt } from './write.ts';

const facts = {
	paymentId: '0a1b2c3d-0000-4000-8000-000000000000',
	payerName: 'Jón Demo',
	clinicName: 'Demo Clinic',
	timeZone: 'Europe/Warsaw',
	description: 'Session',
	amountMinor: 8500,
	currency: 'ISK',
	receivedAt: new Date('2026-11-22T23:30:00Z'),
	cardBrand: 'visa',
	cardLast4: '4242',
	agreedAt: null,
};
const translate = createTranslate();
const read = (...[given, locale]: [typeof facts | object, 'en' | 'is' | 'pl' | 'de']) => {
	const { subject, blocks } = writeReceipt({ ...facts, ...given }, locale, translate);
	return [subject, ...blocks.map(({ paragraph }) => paragraph)].join('\n').replaceAll(/\p{Zs}/gu, ' ');
};

describe('a receipt', () => {
	it.each([
		['en', 'ISK 8,500', '23 November 2026'],
		['is', '8.500 kr.', '23. nóvember 2026'],
		['pl', '8500 ISK', '23 listopada 2026'],
		['de', '8.500 ISK', '23. November 2026'],
	] as const)('in %s names everything, by the date at the clinic', (locale, amount, date) => {
		const text = read({}, locale);
		for (const fact of ['Jón Demo', 'Demo Clinic', 'Session', '0A1B2C3D', 'Visa •••• 4242', amount, date]) {
			expect(text).toContain(fact);
		}
		expect(text).not.toMatch(/receipt\.|letter\.|\{\{/);
	});

	it.each([
		['en', '20 January 2026'],
		['is', '20. janúar 2026'],
		['pl', '20 stycznia 2026'],
		['de', '20. Januar 2026'],
	] as const)('in %s says of a card on file when its holder agreed', (locale, date) => {
		const text = read({ agreedAt: new Date('2026-01-19T23:30:00Z') }, locale);
		expect(text).toContain(date);
		expect(text).not.toMatch(/receipt\.|\{\{/);
		expect(read({}, locale)).not.toContain(date);
	});

	it.each([
		['EUR', 10_99, '€10.99'],
		['HUF', 1000_00, 'HUF 1,000.00'],
		['KWD', 5_120, 'KWD 5.120'],
	])('writes %s with the digits of that currency', (currency, amountMinor, written) => {
		expect(read({ currency, amountMinor }, 'en')).toContain(written);
	});

	it('leaves the card out when it is not known', () => {
		expect(read({ cardBrand: null, cardLast4: null }, 'en')).not.toContain('Card');
	});
});
