import type activities from '../locales/en/activities.json';
import type auth from '../locales/en/auth.json';
import type billing from '../locales/en/billing.json';
import type billingDetails from '../locales/en/billingDetails.json';
import type booking from '../locales/en/booking.json';
import type calendar from '../locales/en/calendar.json';
import type calendars from '../locales/en/calendars.json';
import type call from '../locales/en/call.json';
import type callLog from '../locales/en/callLog.json';
import type cardOnFile from '../locales/en/cardOnFile.json';
import type checkout from '../locales/en/checkout.json';
import type clientPayments from '../locales/en/clientPayments.json';
import type clients from '../locales/en/clients.json';
import type common from '../locales/en/common.json';
import type complete from '../locales/en/complete.json';
import type disputes from '../locales/en/disputes.json';
import type errors from '../locales/en/errors.json';
import type filters from '../locales/en/filters.json';
import type groups from '../locales/en/groups.json';
import type invoices from '../locales/en/invoices.json';
import type join from '../locales/en/join.json';
import type keptCard from '../locales/en/keptCard.json';
import type my from '../locales/en/my.json';
import type ownVisit from '../locales/en/ownVisit.json';
import type pay from '../locales/en/pay.json';
import type paymentKinds from '../locales/en/paymentKinds.json';
import type payments from '../locales/en/payments.json';
import type payouts from '../locales/en/payouts.json';
import type refunds from '../locales/en/refunds.json';
import type reminders from '../locales/en/reminders.json';
import type resources from '../locales/en/resources.json';
import type schedule from '../locales/en/schedule.json';
import type services from '../locales/en/services.json';
import type settings from '../locales/en/settings.json';
import type shell from '../locales/en/shell.json';
import type today from '../locales/en/today.json';
import type tools from '../locales/en/tools.json';
import type visits from '../locales/en/visits.json';
import type waiting from '../locales/en/waiting.json';
import type moreErrors from '../locales/en/moreErrors.json';

/** The English catalogues are the keys; every namespace is one file per language in client/locales. */
export interface Resources {
	activities: typeof activities;
	auth: typeof auth;
	billing: typeof billing;
	billingDetails: typeof billingDetails;
	booking: typeof booking;
	calendar: typeof calendar;
	calendars: typeof calendars;
	call: typeof call;
	callLog: typeof callLog;
	cardOnFile: typeof cardOnFile;
	checkout: typeof checkout;
	clientPayments: typeof clientPayments;
	clients: typeof clients;
	common: typeof common;
	complete: typeof complete;
	disputes: typeof disputes;
	errors: typeof errors;
	filters: typeof filters;
	groups: typeof groups;
	invoices: typeof invoices;
	join: typeof join;
	keptCard: typeof keptCard;
	my: typeof my;
	ownVisit: typeof ownVisit;
	pay: typeof pay;
	paymentKinds: typeof paymentKinds;
	payments: typeof payments;
	payouts: typeof payouts;
	refunds: typeof refunds;
	reminders: typeof reminders;
	resources: typeof resources;
	schedule: typeof schedule;
	services: typeof services;
	settings: typeof settings;
	shell: typeof shell;
	today: typeof today;
	tools: typeof tools;
	visits: typeof visits;
	waiting: typeof waiting;
	moreErrors: typeof moreErrors;
}
export type Namespace = keyof Resources;

declare module 'i18next' {
	interface CustomTypeOptions {
		defaultNS: 'common';
		resources: Resources;
	}
}
