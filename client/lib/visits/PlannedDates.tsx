import clsx from 'clsx';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitPreview } from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import { Button } from '../../ui/Button.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { useFormat } from '../useFormat.ts';
import { ConflictList } from './ConflictList.tsx';
import { ConfirmConflicts, LeaveOut } from './Conflicts.tsx';

interface PlannedDatesProps {
	/** What `usePreview` knows. */
	preview: { data: VisitPreview | undefined; error: unknown };
	/** Without it all dates are wanted. */
	leaveOut?: readonly string[];
	onLeaveOut?: (dates: string[]) => void;
	confirmed?: readonly Confirmable[];
	/** Without it what is in the way is only named. */
	onConfirm?: (confirmed: Confirmable[]) => void;
}

const nothing: readonly string[] = [];
const isSame = (one: string) => (other: string) => Date.parse(one) === Date.parse(other);

/** Each date of a plan with all that is in its way; where it can be, each is left out or confirmed. */
export function PlannedDates({ preview, leaveOut = nothing, onLeaveOut, confirmed, onConfirm }: PlannedDatesProps) {
	const { t } = useTranslation('visits', { keyPrefix: 'repeat' });
	const { data, error } = preview;
	if (!data) return <FormError error={error} />;
	const wanted = data.conflicts.filter(({ wantedAt }) => !leaveOut.some(isSame(wantedAt)));
	const toggle = (start: string) =>
		onLeaveOut?.(leaveOut.some(isSame(start)) ? leaveOut.filter((each) => !isSame(start)(each)) : [...leaveOut, start]);
	const left = data.changes.filter(({ to }) => leaveOut.some(isSame(to.startsAt))).length;
	return (
		<section className="flex flex-col gap-2" aria-label={t('dates', { count: data.changes.length - left })}>
			<FormError error={error} />
			<h3 className="text-small font-semibold">{t('dates', { count: data.changes.length - left })}</h3>
			{/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
			<ul tabIndex={0} className="border-line divide-line max-h-56 divide-y overflow-y-auto rounded-inner border">
				{data.changes.map((change) => (
					<PlannedDate
						key={change.appointmentId ?? change.to.startsAt}
						change={change}
						conflicts={wanted.filter(({ wantedAt }) => isSame(wantedAt)(change.to.startsAt))}
						isLeftOut={leaveOut.some(isSame(change.to.startsAt))}
						onToggle={onLeaveOut && data.changes.length > 1 ? () => toggle(change.to.startsAt) : undefined}
					/>
				))}
			</ul>
			{onLeaveOut && onConfirm && (
				<LeaveOut conflicts={wanted} onLeaveOut={(dates) => onLeaveOut([...leaveOut, ...dates])} />
			)}
			{onConfirm && <ConfirmConflicts conflicts={wanted} confirmed={confirmed ?? []} onConfirm={onConfirm} />}
		</section>
	);
}

interface PlannedDateProps {
	change: VisitPreview['changes'][number];
	conflicts: VisitPreview['conflicts'];
	isLeftOut: boolean;
	onToggle: (() => void) | undefined;
}

function PlannedDate({ change: { from, to }, conflicts, isLeftOut, onToggle }: PlannedDateProps) {
	const { t } = useTranslation('visits', { keyPrefix: 'repeat' });
	const format = useFormat();
	const isMoved = from !== null && (from.startsAt !== to.startsAt || from.endsAt !== to.endsAt);
	const when = ({ startsAt, endsAt }: typeof to) =>
		`${format.date(startsAt, 'shortDay')}, ${format.timeRange(startsAt, endsAt)}`;
	const date = format.date(to.startsAt, 'day');
	return (
		<li className="flex flex-wrap items-center gap-x-3 px-3 py-1.5">
			<div className="min-w-0 flex-1 text-small">
				<p className={clsx('tabular-nums', isLeftOut && 'text-muted line-through')}>
					{isMoved && (
						<span className="text-muted">
							{when(from)} <ArrowRight aria-hidden className="inline size-4" />{' '}
						</span>
					)}
					{when(to)}
				</p>
				<div className="text-danger">
					<ConflictList conflicts={conflicts} isBelowTime />
				</div>
			</div>
			{onToggle && (
				<Button
					variant="quiet"
					size="small"
					aria-label={t(isLeftOut ? 'keepThis' : 'leaveThis', { date })}
					onPress={onToggle}
				>
					{t(isLeftOut ? 'keep' : 'leave')}
				</Button>
			)}
		</li>
	);
}
