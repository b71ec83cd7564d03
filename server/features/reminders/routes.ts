import * as contract from '../../../shared/contract/reminders.ts';
import type { Routes } from '../../http/routes.ts';
import { assertManages } from './policy.ts';
import { createReminders, type ReminderDeps } from './service.ts';

/** How the clinic reminds its clients, and which reminders of a visit went out. */
export function reminderRoutes(routes: Routes, deps: ReminderDeps): void {
	const reminders = createReminders(deps);

	routes.member(contract.getReminderSettings, (_input, actor) => {
		assertManages(actor);
		return reminders.settings(actor.clinicId);
	});
	routes.member(contract.updateReminderSettings, ({ body }, actor) => {
		assertManages(actor);
		return reminders.change(actor.clinicId, body);
	});
	routes.member(contract.createReminderRule, ({ body }, actor) => {
		assertManages(actor);
		return reminders.create(actor.clinicId, body);
	});
	routes.member(contract.updateReminderRule, ({ params, body }, actor) => {
		assertManages(actor);
		return reminders.update(actor.clinicId, params.ruleId, body);
	});
	routes.member(contract.deleteReminderRule, async ({ params }, actor) => {
		assertManages(actor);
		await reminders.remove(actor.clinicId, params.ruleId);
		return {};
	});
	routes.member(contract.previewReminder, async ({ body }, actor) => {
		assertManages(actor);
		return { preview: await reminders.preview(actor.clinicId, body) };
	});
	routes.member(contract.listVisitReminders, async ({ params }, actor) => ({
		reminders: await reminders.ofVisit(actor, params.appointmentId),
	}));
}
