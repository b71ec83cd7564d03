import { SamtalError } from '../../../shared/contract/errors.ts';
import type * as contract from '../../../shared/contract/reminders.ts';
import type { RequestOf, ResponseOf } from '../../../shared/contract/route.ts';
import { reminderTime } from '../../../shared/domain/reminderTime.ts';
import type { ReminderRule as Row } from '../../adapters/prisma/generated/client.ts';
import type { Actor } from '../../http/actors.ts';
import { readableVisits } from './policy.ts';
import { quietHoursOf, type SweepDeps } from './sweep.ts';
import { addressOf, hasClient, localeOf, visitColumns } from './visit.ts';
import { writeReminder } from './write.ts';

type Draft = RequestOf<typeof contract.previewReminder>['body'];
type Preview = ResponseOf<typeof contract.previewReminder>['preview'];
type SettingsChange = RequestOf<typeof contract.updateReminderSettings>['body'];
export type ReminderDeps = Omit<SweepDeps, 'messages'>;

const hourMs = 3_600_000;

/** The clinic's rules of reminding, and what became of them. */
export function createReminders({ db, ambient, links, translate, smsAvailable }: ReminderDeps) {
	async function settings(clinicId: string): Promise<contract.ReminderSettings> {
		const clinic = await db.clinic.findUniqueOrThrow({
			where: { id: clinicId },
			include: { reminders: { where: { archivedAt: null }, orderBy: [{ hoursBefore: 'desc' }, { id: 'asc' }] } },
		});
		const { smsEnabled, reminders } = clinic;
		return { smsEnabled, smsAvailable, quietHours: quietHoursOf(clinic), rules: reminders.map(presentRule) };
	}

	/** Without a way to send them, rules by SMS would be on and never act. */
	async function assertSends(clinicId: string, { channel, enabled }: contract.ReminderInput): Promise<void> {
		if (channel === 'EMAIL' || !enabled) return;
		const { smsEnabled } = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
		if (!smsEnabled || !smsAvailable) throw new SamtalError('NO_SMS');
	}

	async function findRule(clinicId: string, ruleId: string): Promise<Row> {
		const rule = await db.reminderRule.findFirst({ where: { id: ruleId, clinicId, archivedAt: null } });
		if (rule === null) throw new SamtalError('NOT_FOUND');
		return rule;
	}

	return {
		settings,

		/** @throws SamtalError `NO_SMS` */
		async change(clinicId: string, { smsEnabled, quietHours }: SettingsChange): Promise<contract.ReminderSettings> {
			if (smsEnabled === true && !smsAvailable) throw new SamtalError('NO_SMS');
			await db.clinic.update({
				where: { id: clinicId },
				data: {
					...(smsEnabled !== undefined && { smsEnabled }),
					...(quietHours !== undefined && {
						quietFrom: quietHours?.from ?? null,
						quietUntil: quietHours?.until ?? null,
					}),
				},
			});
			return settings(clinicId);
		},

		/** @throws SamtalError `NO_SMS` */
		async create(clinicId: string, rule: contract.ReminderInput): Promise<contract.ReminderRule> {
			await assertSends(clinicId, rule);
			const now = ambient.now();
			return presentRule(
				await db.reminderRule.create({
					data: { ...rule, id: ambient.newId(), clinicId, activeSince: now, createdAt: now },
				}),
			);
		},

		/** @throws SamtalError `NOT_FOUND`, `NO_SMS` */
		async update(clinicId: string, ruleId: string, input: contract.ReminderInput): Promise<contract.ReminderRule> {
			const before = await findRule(clinicId, ruleId);
			const { hoursBefore, subject, text, enabled } = input;
			await assertSends(clinicId, { ...input, channel: before.channel });
			const sameTimes = before.enabled && before.hoursBefore === hoursBefore;
			return presentRule(
				await db.reminderRule.update({
					where: { id: ruleId },
					data: { hoursBefore, subject, text, enabled, ...(!sameTimes && { activeSince: ambient.now() }) },
				}),
			);
		},

		/** What it sent stays to be seen. @throws SamtalError `NOT_FOUND` */
		async remove(clinicId: string, ruleId: string): Promise<void> {
			await findRule(clinicId, ruleId);
			await db.reminderRule.update({ where: { id: ruleId }, data: { archivedAt: ambient.now(), enabled: false } });
		},

		/** Writes the draft for the next visit that it would remind of. */
		async preview(clinicId: string, draft: Draft): Promise<Preview> {
			// One whose reminder is still to leave.
			const after = new Date(ambient.now().getTime() + draft.hoursBefore * hourMs);
			const visit = await db.attendee.findFirst({
				where: { clinicId, clientId: { not: null }, cancelledAt: null, status: 'PLANNED', startsAt: { gt: after } },
				orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
				select: visitColumns,
			});
			if (visit === null || !hasClient(visit)) return null;
			const clinic = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
			const { startsAt } = visit;
			const leaves = reminderTime(startsAt.getTime(), draft.hoursBefore, quietHoursOf(clinic), clinic.timeZone);
			const { subject, text } = writeReminder(draft, visit, links, translate);
			return {
				...{ clientName: visit.client.name, locale: localeOf(visit), to: addressOf(visit, draft.channel) },
				...{ startsAt: startsAt.toISOString(), leavesAt: new Date(leaves).toISOString(), subject, text },
			};
		},

		/** @throws SamtalError `NOT_FOUND` */
		async ofVisit(actor: Actor, appointmentId: string): Promise<contract.VisitReminder[]> {
			const visit = await db.appointment.findFirst({ where: { ...readableVisits(actor), id: appointmentId } });
			if (visit === null) throw new SamtalError('NOT_FOUND');
			const rows = await db.reminder.findMany({
				where: { attendee: { appointmentId } },
				orderBy: [{ createdAt: 'asc' }, { attendeeId: 'asc' }, { ruleId: 'asc' }],
				include: { rule: true, message: true, attendee: { select: { name: true } } },
			});
			return rows.map(({ rule, message, attendee, createdAt }) => ({
				...{ attendeeName: attendee.name, channel: rule.channel, hoursBefore: rule.hoursBefore },
				...{ state: message?.status ?? 'NO_ADDRESS', at: (message?.sentAt ?? createdAt).toISOString() },
			}));
		},
	};
}

const presentRule = ({ id, channel, hoursBefore, subject, text, enabled }: Row): contract.ReminderRule => ({
	...{ id, channel, hoursBefore, subject, text, enabled },
});
