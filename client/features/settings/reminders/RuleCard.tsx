import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Mail, MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { updateReminderRule, type ReminderRule, type ReminderSettings } from '../../../../shared/contract/reminders.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { reminderSettingsQuery } from './queries.ts';

interface RuleCardProps {
	rule: ReminderRule;
	settings: ReminderSettings;
	onEdit: () => void;
}

/** One rule with its switch, and the way to its words. */
export function RuleCard({ rule, settings: { smsEnabled }, onEdit }: RuleCardProps) {
	const { t } = useTranslation(['reminders', 'common']);
	const queryClient = useQueryClient();
	const { id: ruleId, ...words } = rule;
	const change = useMutation({
		mutationFn: (enabled: boolean) =>
			memberApi.call(updateReminderRule, { params: { ruleId }, body: { ...words, enabled } }),
		onSuccess: () => queryClient.invalidateQueries(reminderSettingsQuery),
	});
	const Icon = rule.channel === 'SMS' ? MessageSquareText : Mail;
	const title = t('rule.title', {
		channel: t(`channel.${rule.channel}`),
		before: t('before', { count: rule.hoursBefore }),
	});
	return (
		<Card className="flex flex-col gap-3">
			<div className="flex items-start gap-3">
				<Icon aria-hidden className="text-accent mt-0.5 size-5 shrink-0" />
				<div className="min-w-0 flex-1">
					<h2 className="font-semibold">{title}</h2>
					<p className="text-muted line-clamp-2 break-words">{rule.subject || rule.text}</p>
				</div>
			</div>
			<div className="flex flex-wrap items-center justify-between gap-2">
				<Switch
					isSelected={change.isPending ? change.variables : rule.enabled}
					isDisabled={change.isPending}
					onChange={(on) => change.mutate(on)}
				>
					{t('rule.enabled')}
					<span className="sr-only">: {title}</span>
				</Switch>
				<Button onPress={onEdit} aria-label={t('rule.editNamed', { rule: title })}>
					{t('rule.edit')}
				</Button>
			</div>
			{rule.channel === 'SMS' && rule.enabled && !smsEnabled && <Notice tone="warn">{t('rule.smsOff')}</Notice>}
			<FormError error={change.error} />
		</Card>
	);
}
