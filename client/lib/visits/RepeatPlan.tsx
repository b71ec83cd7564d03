import type { VisitPreview } from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import { PlannedDates } from './PlannedDates.tsx';
import type { Repeat } from './repeat.ts';
import { RepeatFields } from './RepeatFields.tsx';

interface RepeatPlanProps {
	repeat: Repeat;
	onChange: (repeat: Repeat) => void;
	/** Of the first one (`2026-03-01`); empty while it is not chosen. */
	date: string;
	/** What `usePreview` knows of it; null while there is nothing to ask. */
	preview: { data: VisitPreview | undefined; error: unknown } | null;
	confirmed?: readonly Confirmable[];
	/** Without it what is in the way is only named. */
	onConfirm?: (confirmed: Confirmable[]) => void;
}

/** Whether and how something repeats, and each of its dates with what is in its way. */
export function RepeatPlan({ repeat, onChange, date, preview, ...confirming }: RepeatPlanProps) {
	return (
		<>
			<RepeatFields repeat={repeat} onChange={onChange} date={date} />
			{preview && (
				<PlannedDates
					preview={preview}
					leaveOut={repeat.leaveOut}
					onLeaveOut={(leaveOut) => onChange({ ...repeat, leaveOut })}
					{...confirming}
				/>
			)}
		</>
	);
}
