import { z } from 'zod';
import { unknownVariables } from '../domain/reminderText.ts';
import { route } from './route.ts';
import { id, instant, locale, nothing } from './scalars.ts';

const channel = z.enum(['EMAIL', 'SMS']);
export type Channel = z.infer<typeof channel>;

const words = (most: number) =>
	z
		.string()
		.trim()
		.max(most)
		.refine((text) => unknownVariables(text).length === 0, 'There is no such variable.');
const minuteOfDay = z.number().int().min(0).max(1439);

/** When clients are reminded and in which words; `shared/domain/reminderText.ts` has the variables. */
const ruleFields = z.object({
	channel,
	hoursBefore: z.number().int().min(1).max(336),
	/** Of a mail; an SMS has none. */
	subject: words(200),
	text: words(2_000).min(1),
	enabled: z.boolean(),
});
const ruleInput = ruleFields.refine(({ channel: by, subject }) => by === 'SMS' || subject !== '', {
	path: ['subject'],
	message: 'A mail has a subject.',
});
export type ReminderInput = z.infer<typeof ruleInput>;
const rule = ruleFields.extend({ id });
export type ReminderRule = z.infer<typeof rule>;

/** In minutes after midnight on the clinic's clock; over midnight when `from` is the later. */
const quietHours = z
	.object({ from: minuteOfDay, until: minuteOfDay })
	.refine(({ from, until }) => from !== until, 'They have no length.')
	.nullable();

const settings = z.object({
	/** The add-on: rules by SMS send. */
	smsEnabled: z.boolean(),
	/** Whether Samtal can send SMS at all. */
	smsAvailable: z.boolean(),
	quietHours,
	rules: z.array(rule),
});
export type ReminderSettings = z.infer<typeof settings>;

/** For managers, as are all but `listVisitReminders`. */
export const getReminderSettings = route({
	method: 'GET',
	path: '/api/reminders',
	access: 'member',
	response: settings,
});

/** `NO_SMS` when SMS cannot be sent. */
export const updateReminderSettings = route({
	method: 'PATCH',
	path: '/api/reminders',
	access: 'member',
	body: z.object({ smsEnabled: z.boolean().optional(), quietHours: quietHours.optional() }),
	response: settings,
});

/** `NO_SMS` for a rule by SMS that is on, while the add-on is not. */
export const createReminderRule = route({
	method: 'POST',
	path: '/api/reminders/rules',
	access: 'member',
	body: ruleInput,
	response: rule,
});

/** Its channel stays: another one is another rule. */
export const updateReminderRule = route({
	method: 'PATCH',
	path: '/api/reminders/rules/:ruleId',
	access: 'member',
	params: z.object({ ruleId: id }),
	body: ruleInput,
	response: rule,
});

export const deleteReminderRule = route({
	method: 'DELETE',
	path: '/api/reminders/rules/:ruleId',
	access: 'member',
	params: z.object({ ruleId: id }),
	response: nothing,
});

/** What a rule would say of the clinic's next visit; nothing is stored. */
export const previewReminder = route({
	method: 'POST',
	path: '/api/reminders/preview',
	access: 'member',
	body: ruleFields.pick({ channel: true, hoursBefore: true, subject: true }).extend({ text: words(2_000) }),
	response: z.object({
		/** Null while the clinic has no visit ahead. */
		preview: z
			.object({
				clientName: z.string(),
				/** The dates in it are written in the client's language. */
				locale,
				startsAt: instant,
				/** When it leaves, quiet hours observed. */
				leavesAt: instant,
				/** Null where the client has no address for this channel. */
				to: z.string().nullable(),
				subject: z.string(),
				text: z.string(),
			})
			.nullable(),
	}),
});

const visitReminder = z.object({
	attendeeName: z.string(),
	channel,
	hoursBefore: z.number().int(),
	/** `WITHDRAWN`: the visit changed before it was sent. `NO_ADDRESS`: the client has none for this channel. */
	state: z.enum(['QUEUED', 'SENT', 'FAILED', 'WITHDRAWN', 'NO_ADDRESS']),
	/** When it was sent, or else when it was due. */
	at: instant,
});
export type VisitReminder = z.infer<typeof visitReminder>;

/** Which reminders of this visit went out, for whoever may read the visit. */
export const listVisitReminders = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId/reminders',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: z.object({ reminders: z.array(visitReminder) }),
});
