import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReminderSettings } from '../../../../shared/contract/reminders.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useChangeSettings } from './queries.ts';

const usual = { from: 21 * 60, until: 8 * 60 };
const toClock = (minute: number) => Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
const written = (minute: number) => toClock(minute).toString({ smallestUnit: 'minute' });

/** Minutes after midnight; undefined while the field is empty. */
function minuteOf(clock: string): number | undefined {
	if (clock === '') return undefined;
	const { hour, minute } = Temporal.PlainTime.from(clock);
	return hour * 60 + minute;
}

/** When no reminder leaves, on the clinic's clock. */
export function QuietHours({ quietHours }: Pick<ReminderSettings, 'quietHours'>) {
	const { t } = useTranslation(['reminders', 'common']);
	const { clinic } = useViewer();
	const change = useChangeSettings();
	const [from, setFrom] = useState(written((quietHours ?? usual).from));
	const [until, setUntil] = useState(written((quietHours ?? usual).until));
	const typed = { from: minuteOf(from), until: minuteOf(until) };
	const isChanged = quietHours !== null && (typed.from !== quietHours.from || typed.until !== quietHours.until);
	const save = () => {
		if (typed.from === undefined || typed.until === undefined) return;
		change.mutate({ quietHours: { from: typed.from, until: typed.until } });
	};
	return (
		<Card className="flex flex-col gap-3">
			<h2 className="font-semibold">{t('quiet.title')}</h2>
			<Switch
				isSelected={quietHours !== null}
				isDisabled={change.isPending}
				onChange={(on) => (on ? save() : change.mutate({ quietHours: null }))}
			>
				<span className="block">{t('quiet.label')}</span>
				<span className="text-muted block text-small">{t('quiet.help', { zone: clinic.timeZone })}</span>
			</Switch>
			{quietHours !== null && (
				<div className="flex flex-wrap items-end gap-3">
					<DateField kind="time" label={t('quiet.from')} value={from} onChange={setFrom} />
					<DateField kind="time" label={t('quiet.until')} value={until} onChange={setUntil} />
					{isChanged && (
						<Button isPending={change.isPending} isDisabled={typed.from === typed.until} onPress={save}>
							{t('common:actions.save')}
						</Button>
					)}
				</div>
			)}
			<FormError error={change.error} />
		</Card>
	);
}
