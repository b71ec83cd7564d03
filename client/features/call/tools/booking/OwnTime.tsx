import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { instantOf, wallClock } from '../../../../lib/visits/period.ts';
import { nextHalfHour } from '../../../../lib/visits/visitDraft.ts';
import { Button } from '../../../../ui/Button.tsx';
import { DateField } from '../../../../ui/DateField.tsx';

/** Any other time than the free ones; what is in its way is said when it is booked. */
export function OwnTime({ onPick }: { onPick: (startsAt: string) => void }) {
	const { t } = useTranslation('tools');
	const { timeZone } = useFormat();
	const [{ date, time }, setWhen] = useState(() => wallClock(nextHalfHour(new Date()), timeZone));
	const startsAt = instantOf(date, time, timeZone);
	return (
		<form
			className="border-line flex flex-col gap-3 border-t pt-4"
			onSubmit={(event) => {
				event.preventDefault();
				if (startsAt !== null) onPick(startsAt);
			}}
		>
			<h4 className="font-semibold">{t('booking.own.title')}</h4>
			<div className="grid grid-cols-2 gap-3">
				<DateField
					kind="date"
					label={t('booking.own.date')}
					value={date}
					onChange={(chosen) => setWhen({ date: chosen, time })}
				/>
				<DateField
					kind="time"
					label={t('booking.own.time')}
					value={time}
					onChange={(chosen) => setWhen({ date, time: chosen })}
				/>
			</div>
			<Button type="submit" className="self-start" isDisabled={startsAt === null}>
				{t('booking.own.choose')}
			</Button>
		</form>
	);
}
