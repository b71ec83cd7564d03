import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';

const mailText = [
	'Hello {client},',
	'this is a reminder of your visit: {service} with {professional}\n{date}, {time}\n{place}',
	'{link}',
	'Kind regards\n{clinic}',
].join('\n\n');

const rules = [
	{ channel: 'EMAIL' as const, hoursBefore: 24, subject: 'Reminder: {service} on {date}', text: mailText },
	{ channel: 'SMS' as const, hoursBefore: 2, subject: '', text: '{clinic}: your visit is on {date} at {time}. {link}' },
];

/** A mail the day before and an SMS two hours before, but none at night. */
export async function writeReminderRules(tx: Queryable, { now, newId }: Ambient, clinicId: string): Promise<void> {
	const since = { enabled: true, activeSince: now(), createdAt: now() };
	await tx.reminderRule.createMany({ data: rules.map((rule) => ({ ...rule, ...since, id: newId(), clinicId })) });
	await tx.clinic.update({
		where: { id: clinicId },
		data: { smsEnabled: true, quietFrom: 21 * 60, quietUntil: 8 * 60 },
	});
}
