import { useTranslation } from 'react-i18next';
import { instantOf } from '../../lib/visits/period.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** A block as it is being filled in, on the professional's clock. */
export interface BlockDraft {
	title: string;
	/** Its first date and its last, the same for one within a day. */
	date: string;
	lastDate: string;
	from: string;
	to: string;
}

/** From when to when it is, ISO 8601; null while something is missing or the end comes before the start. */
export function spanOf({ date, lastDate, from, to }: BlockDraft, timeZone: string) {
	const startsAt = instantOf(date, from, timeZone);
	const endsAt = instantOf(lastDate, to, timeZone);
	if (startsAt === null || endsAt === null || Date.parse(startsAt) >= Date.parse(endsAt)) return null;
	return { startsAt, endsAt };
}

/** What time is kept free for, and from when to when. */
export function BlockFields({ draft, onChange }: { draft: BlockDraft; onChange: (draft: BlockDraft) => void }) {
	const { t } = useTranslation(['calendar', 'visits']);
	const change = (part: Partial<BlockDraft>) => onChange({ ...draft, ...part });
	/** The last date goes with the first by as many days. */
	const begin = (date: string) => {
		const days = date === '' || draft.date === '' ? 0 : daysBetween(draft.date, draft.lastDate);
		change({ date, lastDate: date === '' ? '' : Temporal.PlainDate.from(date).add({ days }).toString() });
	};
	return (
		<>
			<TextField label={t('block.name')} value={draft.title} onChange={(title) => change({ title })} optional />
			<div className="grid grid-cols-2 gap-3">
				<DateField kind="date" label={t('visits:new.date')} value={draft.date} onChange={begin} isRequired />
				<DateField
					kind="time"
					label={t('block.from')}
					value={draft.from}
					onChange={(from) => change({ from })}
					isRequired
				/>
				<DateField
					kind="date"
					label={t('block.lastDate')}
					value={draft.lastDate}
					onChange={(lastDate) => change({ lastDate })}
					isRequired
				/>
				<DateField kind="time" label={t('block.to')} value={draft.to} onChange={(to) => change({ to })} isRequired />
			</div>
		</>
	);
}

const daysBetween = (first: string, last: string) =>
	last === '' ? 0 : Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last)).days;
