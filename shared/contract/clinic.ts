import { z } from 'zod';
import { route } from './route.ts';
import { currency, locale, timeZone } from './scalars.ts';

/** Where a clinic is at home, and how its calls are to be. */
const clinicSettings = z.object({
	/** The clock of its books, and of mails to clients whose own is not known. */
	timeZone,
	/** Of clients whose own is not known. */
	locale,
	/** Of new services, and of what is charged without a visit. */
	currency,
	/** Calls of two go through the TURN server alone, so that nobody learns anybody's network address. */
	relayOnly: z.boolean(),
	/** Whether there is a TURN server to do that. */
	relayAvailable: z.boolean(),
});

export const getClinicSettings = route({
	method: 'GET',
	path: '/api/clinic/settings',
	access: 'member',
	response: clinicSettings,
});

/** For managers; what is not named stays. What exists keeps its currency. `NO_RELAY` when it takes a TURN server that there is not. */
export const updateClinicSettings = route({
	method: 'PATCH',
	path: '/api/clinic/settings',
	access: 'member',
	body: z.object({
		timeZone: timeZone.exactOptional(),
		locale: locale.exactOptional(),
		currency: currency.exactOptional(),
		relayOnly: z.boolean().exactOptional(),
	}),
	response: clinicSettings,
});

/** How many characters each of a clinic's details has at most. */
export const billingLimits = {
	legalName: 120,
	address: 400,
	registrationNumber: 40,
	vatNumber: 40,
	bankAccount: 80,
	payingText: 500,
} as const;

const detail = (max: number) => z.string().trim().max(max).default('');

/** What a clinic's invoices say of it. All of it can be left empty. */
export const billingDetails = z.object({
	legalName: detail(billingLimits.legalName),
	/** Lines, as they stand on a letter. */
	address: detail(billingLimits.address),
	registrationNumber: detail(billingLimits.registrationNumber),
	vatNumber: detail(billingLimits.vatNumber),
	bankAccount: detail(billingLimits.bankAccount),
	/** What whoever pays has to know beside it. */
	payingText: detail(billingLimits.payingText),
});
export type BillingDetails = z.infer<typeof billingDetails>;

/** Most days that lie between two reminders of an invoice, and most reminders of one. */
export const reminderLimits = { afterDays: 90, times: 10 } as const;

/** Clients are reminded so many days after the last day to pay and then every so many days, at most so many times. */
const invoiceReminders = z.object({
	afterDays: z.number().int().min(1).max(reminderLimits.afterDays),
	times: z.number().int().min(1).max(reminderLimits.times),
});
export type InvoiceReminders = z.output<typeof invoiceReminders>;

/** Those, and when clients are reminded of overdue invoices: null for never. */
export const billingSettings = billingDetails.extend({ reminders: invoiceReminders.nullable().default(null) });
export type BillingSettings = z.output<typeof billingSettings>;

export const getBillingDetails = route({
	method: 'GET',
	path: '/api/clinic/billing',
	access: 'member',
	response: billingSettings,
});

/** For managers. Invoices that were sent keep what they had. */
export const updateBillingDetails = route({
	method: 'PATCH',
	path: '/api/clinic/billing',
	access: 'member',
	body: billingSettings,
	response: billingSettings,
});

const percent = z.number().int().min(0).max(100);

/** What a client pays for a visit that does not take place, in whole per cent of its price; 0 is nothing. */
const feeRules = z.object({
	/** When the client cancels and the professional's rule for free cancellation does not let them do that free of charge any more. */
	lateFeePercent: percent,
	/** When nobody comes. */
	noShowFeePercent: percent,
});
export type FeeRules = z.output<typeof feeRules>;

export const getFeeRules = route({
	method: 'GET',
	path: '/api/clinic/fees',
	access: 'member',
	response: feeRules,
});

/** For managers. Requests that were made keep their amount. */
export const updateFeeRules = route({
	method: 'PATCH',
	path: '/api/clinic/fees',
	access: 'member',
	body: feeRules,
	response: feeRules,
});
