import { useTranslation } from 'react-i18next';
import { reminderLimits, type InvoiceReminders } from '../../../../shared/contract/clinic.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Switch } from '../../../ui/Switch.tsx';

interface ReminderFieldsProps {
	/** Null for never; numbers are NaN while empty. */
	reminders: InvoiceReminders | null;
	onChange: (reminders: InvoiceReminders | null) => void;
}

/** Whether clients are reminded of overdue invoices, after how many days and how often. */
export function ReminderFields({ reminders, onChange }: ReminderFieldsProps) {
	const { t } = useTranslation('billingDetails');
	const number = (name: keyof InvoiceReminders, value: InvoiceReminders) => ({
		...{ label: t(`reminders.${name}`), value: value[name], minValue: 1, maxValue: reminderLimits[name] },
		...{ formatOptions: { maximumFractionDigits: 0 }, isRequired: true },
		onChange: (typed: number) => onChange({ ...value, [name]: typed }),
	});
	return (
		<div className="border-line flex flex-col gap-3 border-t pt-4">
			<Switch isSelected={reminders !== null} onChange={(on) => onChange(on ? { afterDays: 7, times: 2 } : null)}>
				<span className="block font-medium">{t('reminders.title')}</span>
				<span className="text-muted block text-small">{t('reminders.help')}</span>
			</Switch>
			{reminders && (
				<div className="grid gap-3 sm:grid-cols-2">
					<NumberField {...number('afterDays', reminders)} />
					<NumberField {...number('times', reminders)} />
				</div>
			)}
		</div>
	);
}
