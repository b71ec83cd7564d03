import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveOpeningHours, type OpeningHours } from '../../../../shared/contract/schedule.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { toast } from '../../../ui/toasts.ts';
import { ExceptionRow } from './ExceptionRow.tsx';
import { WeeklyRow } from './WeeklyRow.tsx';

interface HoursCardProps {
	hours: OpeningHours;
	offices: readonly { id: string; name: string }[];
	onSaved: () => void;
}

/** The weekly hours at each office, and the dates that are different. */
export function HoursCard({ hours, offices, onSaved }: HoursCardProps) {
	const { t } = useTranslation('schedule');
	const format = useFormat();
	const [weekly, setWeekly] = useState(() => hours.weekly.map(withKey));
	const [exceptions, setExceptions] = useState(() => hours.exceptions.map(withKey));
	const save = useMutation({
		mutationFn: () => memberApi.call(saveOpeningHours, { body: { weekly, exceptions } }),
		onSuccess: () => {
			toast('success', t('saved'));
			onSaved();
		},
	});
	const today = Temporal.Now.plainDateISO(format.timeZone);
	const addException = (officeId: string) => {
		const next = { officeId, date: today.add({ days: 1 }).toString(), hours: [] };
		setExceptions([...exceptions, withKey(next)]);
	};
	return (
		<Card className="flex flex-col gap-5">
			<div>
				<h2 className="text-title font-semibold">{t('hours.title')}</h2>
				<p className="text-muted text-small">{t('hours.help', { zone: format.timeZone })}</p>
			</div>
			{offices.map(({ id: officeId, name }) => (
				<section key={officeId} aria-label={name} className="flex flex-col gap-2.5">
					<h3 className="font-semibold">{name}</h3>
					{weekly.map((opening, nth) =>
						opening.officeId === officeId ? (
							<WeeklyRow
								key={opening.key}
								opening={opening}
								onChange={(changed) => setWeekly(weekly.with(nth, { ...opening, ...changed }))}
								onRemove={() => setWeekly(weekly.toSpliced(nth, 1))}
							/>
						) : null,
					)}
					{exceptions.map((exception, nth) =>
						exception.officeId === officeId ? (
							<ExceptionRow
								key={exception.key}
								{...{ exception, today }}
								onChange={(changed) => setExceptions(exceptions.with(nth, { ...exception, ...changed }))}
								onRemove={() => setExceptions(exceptions.toSpliced(nth, 1))}
							/>
						) : null,
					)}
					<div className="flex flex-wrap gap-2">
						<Button
							size="small"
							icon={<Plus aria-hidden />}
							onPress={() =>
								setWeekly([...weekly, withKey({ officeId, weekday: 1, startMinute: 540, endMinute: 1_020 })])
							}
						>
							{t('hours.add')}
						</Button>
						<Button size="small" icon={<Plus aria-hidden />} onPress={() => addException(officeId)}>
							{t('hours.addException')}
						</Button>
					</div>
				</section>
			))}
			<FormError error={save.error} />
			<Button variant="primary" isPending={save.isPending} onPress={() => save.mutate()}>
				{t('hours.save')}
			</Button>
		</Card>
	);
}

/** Rows come and go: each has a key of its own. */
const withKey = <T extends object>(row: T) => ({ ...row, key: crypto.randomUUID() });
