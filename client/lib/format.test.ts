import { describe, expect, it } from 'vitest';
import { currencyDigits } from '../../shared/domain/money.ts';
import { createFormat } from './format.ts';
import { icelandicPluralRule } from './icelandic.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('createFormat', () => {
	it('writes money from minor units, with the digits of its currency', () => {
		const krona = { amountMinor: 8500, currency: 'ISK' as const };
		const euro = { amountMinor: 123_456, currency: 'EUR' as const };
		const write = (locale: 'en' | 'is' | 'pl' | 'de') =>
			[krona, euro].map((amount) => plain(createFormat(locale, 'UTC').money(amount)));
		expect(write('en')).toEqual(['kr 8,500', '€1,234.56']);
		expect(write('is')).toEqual(['8.500 kr.', '1.234,56 €']);
		expect(write('pl')).toEqual(['8500 kr', '1234,56 €']);
		expect(write('de')).toEqual(['8.500 kr', '1.234,56 €']);
		expect([currencyDigits('ISK'), currencyDigits('JPY'), currencyDigits('PLN')]).toEqual([0, 0, 2]);
	});

	it('writes dates in the language and in the zone', () => {
		const lateEvening = '2026-11-22T23:30:00Z';
		expect(createFormat('is', 'Atlantic/Reykjavik').date(lateEvening, 'day')).toBe('sunnudagur 22. nóvember');
		expect(createFormat('pl', 'Europe/Warsaw').date(lateEvening, 'day')).toBe('poniedziałek, 23 listopada');
		expect(createFormat('de', 'Europe/Berlin').dateTime(lateEvening)).toBe('Mo., 23. Nov., 00:30');
		expect(createFormat('en', 'Europe/London').date(Temporal.PlainDate.from('2026-11-22'), 'date')).toBe(
			'22 November 2026',
		);
		expect(createFormat('en', 'Europe/Berlin').zone('2026-07-01T12:00:00Z')).toBe('CEST');
	});

	it('writes how long something takes in minutes and hours', () => {
		const minute = 60_000;
		expect([3 * minute + 59_000, 60 * minute, 65 * minute, -5].map(createFormat('en', 'UTC').duration)).toEqual([
			'3 min',
			'1 hr',
			'1 hr 5 min',
			'0 min',
		]);
		expect(createFormat('is', 'UTC').duration(65 * minute)).toBe('1 klst. 5 mín.');
	});

	it('counts in Icelandic', () => {
		expect([0, 1, 2, 11, 21, 101, 111].map(icelandicPluralRule.select)).toEqual([
			'other',
			'one',
			'other',
			'other',
			'one',
			'one',
			'other',
		]);
	});
});
