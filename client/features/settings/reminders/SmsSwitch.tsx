import { useTranslation } from 'react-i18next';
import type { ReminderSettings } from '../../../../shared/contract/reminders.ts';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useChangeSettings } from './queries.ts';

/** The add-on: whether reminders go out by SMS. Where Samtal cannot send them, it says why. */
export function SmsSwitch({ settings: { smsEnabled, smsAvailable } }: { settings: ReminderSettings }) {
	const { t } = useTranslation('reminders');
	const change = useChangeSettings();
	const on = change.isPending ? (change.variables.smsEnabled ?? smsEnabled) : smsEnabled;
	return (
		<Card className="flex flex-col gap-3">
			<h2 className="font-semibold">{t('sms.title')}</h2>
			<Switch
				isSelected={on}
				isDisabled={change.isPending || (!smsAvailable && !on)}
				onChange={(wanted) => change.mutate({ smsEnabled: wanted })}
			>
				<span className="block">{t('sms.label')}</span>
				<span className="text-muted block text-small">{t('sms.help')}</span>
			</Switch>
			{!smsAvailable && <Notice tone={on ? 'danger' : 'info'}>{t('sms.unavailable')}</Notice>}
			<FormError error={change.error} />
		</Card>
	);
}
