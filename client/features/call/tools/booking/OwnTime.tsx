import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { instantOf, wallClock } from '../../../../lib/visits/period.ts';
import { nextHalfHour } from '../../../../lib/visits/visitDraft.ts';
import { WhenFields } from '../../../../lib/visits/WhenFields.tsx';
import { Button } from '../../../../ui/Button.tsx';

/** Any other time than the free ones; what is in its way is said when it is booked. */
export function OwnTime({ onPick }: { onPick: (startsAt: string) => void }) {
	const { t } = useTranslation('tools');
	const { timeZone } = useFormat();
	const [when, setWhen] = useState(() => wallClock(nextHalfHour(new Date()), timeZone));
	const startsAt = instantOf(when.date, when.time, timeZone);
	return (
		<form
			className="border-line flex flex-col gap-3 border-t pt-4"
			onSubmit={(event) => {
				event.preventDefault();
				if (startsAt !== null) onPick(startsAt);
			}}
		>
			<h4 className="font-semibold">{t('booking.own.title')}</h4>
			<WhenFields {...when} onChange={(part) => setWhen({ ...when, ...part })} />
			<Button type="submit" className="self-start" isDisabled={startsAt === null}>
				{t('booking.own.choose')}
			</Button>
		</form>
	);
}
