import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { Block } from '../../../shared/contract/blocks.ts';
import { NewVisitDialog } from '../../lib/visits/NewVisitDialog.tsx';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { NewBlockDialog } from './NewBlockDialog.tsx';
import { EditBlockDialog } from './EditBlockDialog.tsx';
import { MoveVisitDialog } from './MoveVisitDialog.tsx';
import type { Span } from './useMoveVisit.ts';

/** What was pressed or drawn in the calendar. */
export type Opened =
	| { kind: 'visit'; id: string }
	| { kind: 'block'; id: string; to?: Span }
	| { kind: 'move'; id: string; to: Span }
	| { kind: 'newVisit'; startsAt?: string }
	| { kind: 'newBlock'; date: string };

interface CalendarDialogProps {
	opened: Opened;
	visits: readonly Appointment[];
	blocks: readonly Block[];
	onClose: () => void;
}

/** The window for it; nothing any more once somebody else has taken it away. */
export function CalendarDialog({ opened, visits, blocks, onClose }: CalendarDialogProps) {
	if (opened.kind === 'newVisit') return <NewVisitDialog startsAt={opened.startsAt} onClose={onClose} />;
	if (opened.kind === 'newBlock') return <NewBlockDialog date={opened.date} onClose={onClose} />;
	if (opened.kind === 'block') {
		const block = blocks.find(({ id }) => id === opened.id);
		return block && <EditBlockDialog block={block} to={opened.to} onClose={onClose} />;
	}
	const visit = visits.find(({ id }) => id === opened.id);
	if (!visit) return null;
	if (opened.kind === 'move') return <MoveVisitDialog visit={visit} to={opened.to} onClose={onClose} />;
	return <VisitSheet visit={visit} onClose={onClose} />;
}
