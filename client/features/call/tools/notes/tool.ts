import { NotebookPen } from 'lucide-react';
import { lazy } from 'react';
import type { Tool } from '../registry.ts';

const attendee = () => import('./attendee.ts');

export const notesTool: Tool = {
	id: 'notes',
	icon: NotebookPen,
	sides: {
		host: { View: lazy(async () => ({ default: (await import('./HostNotes.tsx')).HostNotes })) },
		attendee: {
			View: lazy(async () => ({ default: (await attendee()).SharedNotes })),
			State: lazy(async () => ({ default: (await attendee()).SharedNotesState })),
		},
	},
};
