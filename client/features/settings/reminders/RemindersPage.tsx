import { useQuery } from '@tanstack/react-query';
import { BellRing, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReminderRule } from '../../../../shared/contract/reminders.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { QuietHours } from './QuietHours.tsx';
import { reminderSettingsQuery } from './queries.ts';
import { RuleCard } from './RuleCard.tsx';
import { RuleDialog } from './RuleDialog.tsx';
import { SmsSwitch } from './SmsSwitch.tsx';

/** For managers: when and how the clinic's clients are reminded of their visits. */
export default function RemindersPage() {
	const { t } = useTranslation('reminders');
	const { data: settings, error } = useQuery(reminderSettingsQuery);
	const [editing, setEditing] = useState<ReminderRule | 'new' | null>(null);
	const add = (
		<Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setEditing('new')}>
			{t('add')}
		</Button>
	);
	return (
		<div className="max-w-2xl">
			<PageHeader title={t('title')} detail={t('detail')} actions={settings && settings.rules.length > 0 && add} />
			<div className="flex flex-col gap-4">
				<FormError error={error} />
				{!settings && !error && <SkeletonList rows={3} rowClassName="h-28" />}
				{settings && (
					<>
						{settings.rules.length === 0 && (
							<Card>
								<EmptyState icon={<BellRing />} title={t('empty.title')} text={t('empty.text')} action={add} />
							</Card>
						)}
						{settings.rules.map((rule) => (
							<RuleCard key={rule.id} rule={rule} settings={settings} onEdit={() => setEditing(rule)} />
						))}
						<SmsSwitch settings={settings} />
						<QuietHours quietHours={settings.quietHours} />
						{editing !== null && (
							<RuleDialog
								rule={editing === 'new' ? null : editing}
								smsPossible={settings.smsEnabled && settings.smsAvailable}
								onClose={() => setEditing(null)}
							/>
						)}
					</>
				)}
			</div>
		</div>
	);
}
