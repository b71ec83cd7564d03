import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Block } from '../../../shared/contract/blocks.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { NewVisitDialog } from '../../lib/visits/NewVisitDialog.tsx';
import { visitQuery } from '../../lib/visits/queries.ts';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { toast } from '../../ui/toasts.ts';
import { NewBlockDialog } from './NewBlockDialog.tsx';
import { EditBlockDialog } from './EditBlockDialog.tsx';
import { MoveVisitDialog } from './MoveVisitDialog.tsx';
import type { Span } from './useMoveVisit.ts';

/** What was pressed or drawn in the calendar. */
export type Opened =
	| { kind: 'visit'; id: string }
	| { kind: 'block'; id: string; to?: Span }
	| { kind: 'move'; id: string; to: Span }
	| { kind: 'newVisit'; startsAt?: string; minutes?: number | undefined }
	| { kind: 'newBlock'; date: string };

interface CalendarDialogProps {
	opened: Opened;
	blocks: readonly Block[];
	onClose: () => void;
}

/** The window for it; nothing any more once somebody else has taken it away. */
export function CalendarDialog({ opened, blocks, onClose }: CalendarDialogProps) {
	if (opened.kind === 'newVisit')
		return <NewVisitDialog startsAt={opened.startsAt} minutes={opened.minutes} onClose={onClose} />;
	if (opened.kind === 'newBlock') return <NewBlockDialog date={opened.date} onClose={onClose} />;
	if (opened.kind === 'block') {
		const block = blocks.find(({ id }) => id === opened.id);
		return block && <EditBlockDialog block={block} to={opened.to} onClose={onClose} />;
	}
	return <OpenedVisit opened={opened} onClose={onClose} />;
}

interface OpenedVisitProps {
	opened: Extract<Opened, { kind: 'visit' | 'move' }>;
	onClose: () => void;
}

/** The calendar knows of a visit what it draws; here the rest is read. */
function OpenedVisit({ opened, onClose }: OpenedVisitProps) {
	const { data: visit, error } = useQuery(visitQuery(opened.id));
	const errorText = useErrorText();
	useEffect(() => {
		if (!error || visit) return;
		toast('danger', errorText(error));
		onClose();
	}, [error, visit, errorText, onClose]);
	if (!visit) return null;
	if (opened.kind === 'move') return <MoveVisitDialog visit={visit} to={opened.to} onClose={onClose} />;
	return <VisitSheet visit={visit} onClose={onClose} />;
}
