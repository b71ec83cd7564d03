import { useTranslation } from 'react-i18next';
import { confirmable, type Confirmable, type Conflict } from '../../../shared/contract/conflicts.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { isSamtalError } from '../api.ts';
import { ConflictList } from './ConflictList.tsx';

const conflictsIn = (error: unknown): Conflict[] => (isSamtalError(error) ? (error.details.conflicts ?? []) : []);

interface ConflictsProps {
	error: unknown;
	confirmed?: readonly Confirmable[];
	/** Without it nothing can be confirmed here. */
	onConfirm?: (confirmed: Confirmable[]) => void;
}

const nothing: readonly Confirmable[] = [];

/** All that is in the way of the time that was tried, each by its kind; what can be confirmed is so one by one. */
export function Conflicts({ error, confirmed = nothing, onConfirm }: ConflictsProps) {
	const { t } = useTranslation('visits');
	const conflicts = conflictsIn(error);
	if (conflicts.length === 0) return null;
	const confirmables = confirmable.options.filter((kind) => conflicts.some((conflict) => conflict.kind === kind));
	const toggle = (kind: Confirmable, isWanted: boolean) =>
		onConfirm?.([...confirmed.filter((each) => each !== kind), ...(isWanted ? [kind] : [])]);
	return (
		<>
			<ConflictList conflicts={conflicts} />
			{onConfirm &&
				confirmables.map((kind) => (
					<Switch key={kind} isSelected={confirmed.includes(kind)} onChange={(isWanted) => toggle(kind, isWanted)}>
						{t('conflict.confirm')}: {t(`conflict.${kind}`, { name: nameIn(conflicts, kind) })}
					</Switch>
				))}
		</>
	);
}

const nameIn = (conflicts: readonly Conflict[], kind: Confirmable) =>
	conflicts.find((conflict) => conflict.kind === kind)?.name ?? '';

/** Offers to leave out the dates of a series that collide with what cannot be confirmed. */
export function LeaveOut({ error, onLeaveOut }: { error: unknown; onLeaveOut: (dates: string[]) => void }) {
	const { t } = useTranslation('visits');
	const inTheWay = conflictsIn(error).filter(({ kind }) => !confirmable.options.some((each) => each === kind));
	const dates = [...new Set(inTheWay.map(({ wantedAt }) => wantedAt))];
	if (dates.length === 0) return null;
	return (
		<Button size="small" className="mt-2 self-start" onPress={() => onLeaveOut(dates)}>
			{t('conflict.leaveOut', { count: dates.length })}
		</Button>
	);
}
