import { useTranslation } from 'react-i18next';
import { confirmable, type Confirmable, type Conflict } from '../../../shared/contract/conflicts.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { isSamtalError } from '../api.ts';
import { ConflictList } from './ConflictList.tsx';

interface ConflictsProps {
	error: unknown;
	confirmed: readonly Confirmable[];
	onConfirm: (confirmed: Confirmable[]) => void;
}

/** All that is in the way of the time that was tried, each by its kind; what can be confirmed is so one by one. */
export function Conflicts({ error, confirmed, onConfirm }: ConflictsProps) {
	const conflicts = isSamtalError(error) ? (error.details.conflicts ?? []) : [];
	return (
		<>
			<ConflictList conflicts={conflicts} />
			<ConfirmConflicts {...{ conflicts, confirmed, onConfirm }} />
		</>
	);
}

interface ConfirmConflictsProps {
	conflicts: readonly Conflict[];
	confirmed: readonly Confirmable[];
	onConfirm: (confirmed: Confirmable[]) => void;
}

/** Lets each kind be confirmed that can be. */
export function ConfirmConflicts({ conflicts, confirmed, onConfirm }: ConfirmConflictsProps) {
	const { t } = useTranslation('visits');
	const kinds = confirmable.options.filter((kind) => conflicts.some((conflict) => conflict.kind === kind));
	const toggle = (kind: Confirmable, isWanted: boolean) =>
		onConfirm([...confirmed.filter((each) => each !== kind), ...(isWanted ? [kind] : [])]);
	return kinds.map((kind) => (
		<Switch key={kind} isSelected={confirmed.includes(kind)} onChange={(isWanted) => toggle(kind, isWanted)}>
			{t('conflict.confirm')}: {t(`conflict.${kind}`, { name: nameIn(conflicts, kind) })}
		</Switch>
	));
}

const nameIn = (conflicts: readonly Conflict[], kind: Confirmable) =>
	conflicts.find((conflict) => conflict.kind === kind)?.name ?? '';

interface LeaveOutProps {
	conflicts: readonly Conflict[];
	onLeaveOut: (dates: string[]) => void;
}

/** Offers to leave out the dates of a series that collide with what cannot be confirmed. */
export function LeaveOut({ conflicts, onLeaveOut }: LeaveOutProps) {
	const { t } = useTranslation('visits');
	const inTheWay = conflicts.filter(({ kind }) => !confirmable.options.some((each) => each === kind));
	const dates = [...new Set(inTheWay.map(({ wantedAt }) => wantedAt))];
	if (dates.length === 0) return null;
	return (
		<Button size="small" className="self-start" onPress={() => onLeaveOut(dates)}>
			{t('conflict.leaveOut', { count: dates.length })}
		</Button>
	);
}
