import * as contract from '../../../shared/contract/notes.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient, NotifyTool } from '../ports.ts';
import { createNotes } from './service.ts';

/** Notes in a client's record. Who is in the visit's call hears when one is shared or withdrawn. */
export function noteRoutes(routes: Routes, deps: { db: Database; ambient: Ambient; notifyTool: NotifyTool }): void {
	const notes = createNotes(deps);

	routes.member(contract.listNotes, async ({ params }, actor) => ({ notes: await notes.list(actor, params.clientId) }));
	routes.member(contract.createNote, ({ params, body }, actor) =>
		notes.create(actor, params.clientId, {
			id: body.id,
			appointmentId: body.appointmentId,
			document: body.document,
		}),
	);
	routes.member(contract.saveNote, ({ params, body }, actor) => notes.save(actor, params.noteId, body));
	routes.member(contract.shareNote, ({ params, body }, actor) => notes.share(actor, params.noteId, body.shared));
	routes.member(contract.deleteNote, async ({ params }, actor) => {
		await notes.remove(actor, params.noteId);
		return {};
	});
	routes.attendee(contract.listSharedNotes, async (_input, actor) => ({ notes: await notes.sharedWith(actor) }));
}
