import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
	createReminderRule,
	deleteReminderRule,
	updateReminderRule,
	type Channel,
	type ReminderInput,
	type ReminderRule,
} from '../../../../shared/contract/reminders.ts';
import { unknownVariables } from '../../../../shared/domain/reminderText.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { reminderSettingsQuery } from './queries.ts';
import { RulePreview } from './RulePreview.tsx';
import { RuleText } from './RuleText.tsx';

interface RuleDialogProps {
	/** Null for a new one. */
	rule: ReminderRule | null;
	smsPossible: boolean;
	onClose: () => void;
}

/** Writes a rule, with what it will say of a real visit below. */
export function RuleDialog({ rule, smsPossible, onClose }: RuleDialogProps) {
	const { t } = useTranslation(['reminders', 'common']);
	const form = useId();
	const queryClient = useQueryClient();
	const [draft, setDraft] = useState<ReminderInput>(() => rule ?? newRule('EMAIL'));
	const done = async () => {
		await queryClient.invalidateQueries(reminderSettingsQuery);
		onClose();
	};
	const save = useMutation({
		mutationFn: () =>
			rule
				? memberApi.call(updateReminderRule, { params: { ruleId: rule.id }, body: draft })
				: memberApi.call(createReminderRule, { body: draft }),
		onSuccess: done,
	});
	const remove = useMutation({
		mutationFn: (ruleId: string) => memberApi.call(deleteReminderRule, { params: { ruleId } }),
		onSuccess: done,
	});

	function newRule(channel: Channel): ReminderInput {
		const subject = channel === 'EMAIL' ? t('draft.subject') : '';
		return { channel, hoursBefore: channel === 'EMAIL' ? 24 : 2, subject, text: t(`draft.${channel}`), enabled: true };
	}
	const unknown = [...unknownVariables(draft.subject), ...unknownVariables(draft.text)];
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (unknown.length === 0) save.mutate();
	};
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={t(rule ? 'dialog.edit' : 'dialog.new')}
			footer={
				<>
					{rule && (
						<Button variant="quiet" isPending={remove.isPending} onPress={() => remove.mutate(rule.id)}>
							{t('dialog.delete')}
						</Button>
					)}
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button type="submit" form={form} variant="primary" isPending={save.isPending}>
						{t('common:actions.save')}
					</Button>
				</>
			}
		>
			<form id={form} onSubmit={submit} className="flex flex-col gap-4">
				{!rule && (
					<Select<Channel>
						label={t('dialog.channel')}
						options={(smsPossible ? (['EMAIL', 'SMS'] as const) : (['EMAIL'] as const)).map((value) => ({
							value,
							label: t(`channel.${value}`),
						}))}
						value={draft.channel}
						onChange={(channel) => setDraft(newRule(channel))}
						description={smsPossible ? undefined : t('dialog.noSms')}
					/>
				)}
				<NumberField
					label={t('dialog.hours')}
					minValue={1}
					maxValue={336}
					isRequired
					value={draft.hoursBefore}
					onChange={(hoursBefore) => setDraft({ ...draft, hoursBefore })}
				/>
				{draft.channel === 'EMAIL' && (
					<TextField
						label={t('dialog.subject')}
						isRequired
						maxLength={200}
						value={draft.subject}
						onChange={(subject) => setDraft({ ...draft, subject })}
					/>
				)}
				<RuleText text={draft.text} unknown={unknown} onChange={(text) => setDraft({ ...draft, text })} />
				<RulePreview draft={draft} />
				<FormError error={save.error ?? remove.error} />
			</form>
		</Dialog>
	);
}
