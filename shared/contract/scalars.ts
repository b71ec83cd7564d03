import { z } from 'zod';

export const id = z.uuid();
/** An instant, ISO 8601 in UTC: `2026-03-01T14:00:00Z`. */
export const instant = z.iso.datetime();
export const email = z.email().max(254).toLowerCase();
export const name = z.string().trim().min(1).max(120);
/** International, with spaces allowed: `+354 555 1234`. */
export const phone = z
	.string()
	.trim()
	.regex(/^\+?[\d ()-]{6,24}$/, 'A phone number has 6 to 24 digits.');
/** What a clinic can charge in, by ISO 4217. The database has the same list. */
export const currencies = ['AUD', 'EUR', 'GBP', 'ISK', 'PLN', 'USD'] as const;
export const currency = z.enum(currencies);
export type Currency = z.infer<typeof currency>;
/** An amount in minor units of its currency (cents; krónur have none). */
export const amountMinor = z.number().int().min(0).max(99_999_999);
/** IANA time zone name. */
export const timeZone = z.string().refine(isTimeZone, 'Not a time zone.');
export const locales = ['en', 'is', 'pl', 'de'] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;

export const money = z.object({ amountMinor, currency });
export type Money = z.infer<typeof money>;

/** A route that answers with nothing to say. */
export const nothing = z.object({});

function isTimeZone(value: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: value });
		return true;
	} catch {
		return false;
	}
}
