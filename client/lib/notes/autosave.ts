import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { Note, NoteDocument } from '../../../shared/contract/notes.ts';
import { sameDocument } from './document.ts';

/** How long typing pauses before a save, and how long a failed save waits for the next try. Milliseconds. */
export const pauseMs = 800;
export const retryMs = 5_000;

/** A note being written. Versions are the server's; `null` until the note exists there. */
export interface Autosave {
	document: NoteDocument;
	version: number | null;
	/** What the server holds under `version`. */
	confirmed: NoteDocument | null;
	/** The text that is on its way; at most one save is under way. */
	sending: NoteDocument | null;
	/** Whether `document` holds something that the server has not confirmed. */
	unsaved: boolean;
	/** When the server last confirmed, in milliseconds. */
	savedAt: number | null;
	/** Why the last save failed; it is tried again. */
	failure: ErrorCode | null;
	/** The same note as somebody saved it elsewhere: no save until the writer has chosen. */
	theirs: Note | null;
}

export type AutosaveEvent =
	| { type: 'edited'; document: NoteDocument }
	/** The pause is over, or the writer leaves: save what there is. */
	| { type: 'due' }
	| { type: 'confirmed'; note: Note; at: number }
	| { type: 'failed'; code: ErrorCode }
	/** The server refused our version; `current` is what it has. */
	| { type: 'outdated'; current: Note; at: number }
	| { type: 'keepMine' }
	| { type: 'takeTheirs'; at: number };

/** What the outside has to do: set the one timer, or send. */
export type AutosaveEffect =
	| { type: 'wait'; milliseconds: number }
	| { type: 'send'; document: NoteDocument; version: number | null };

type Step = [next: Autosave, effect?: AutosaveEffect];

/** Begins with a note from the server, or with a draft that it has not got yet (`unsaved`). */
export const beginAutosave = (document: NoteDocument, version: number | null, unsaved: boolean): Autosave => ({
	document,
	version,
	confirmed: unsaved ? null : document,
	sending: null,
	unsaved,
	savedAt: null,
	failure: null,
	theirs: null,
});

/** Autosave as a pure function: what happened, what follows. */
export function stepAutosave(state: Autosave, event: AutosaveEvent): Step {
	switch (event.type) {
		case 'edited':
			return edit(state, event.document);
		case 'due':
			return send(state);
		case 'confirmed':
			return confirm(state, event.note, event.at);
		case 'failed':
			return [
				{ ...state, sending: null, failure: event.code },
				{ type: 'wait', milliseconds: retryMs },
			];
		case 'outdated':
			return outdated(state, event.current, event.at);
		case 'keepMine':
			return state.theirs ? send({ ...state, version: state.theirs.version, theirs: null }) : [state];
		case 'takeTheirs':
			return state.theirs ? [adopt(state.theirs, event.at)] : [state];
	}
}

function edit(state: Autosave, document: NoteDocument): Step {
	if (!state.unsaved && sameDocument(document, state.document)) return [state];
	const next = { ...state, document, unsaved: true };
	return state.theirs || state.sending ? [next] : [next, { type: 'wait', milliseconds: pauseMs }];
}

function send(state: Autosave): Step {
	if (!state.unsaved || state.sending || state.theirs) return [state];
	const { document, version } = state;
	return [
		{ ...state, sending: document },
		{ type: 'send', document, version },
	];
}

function confirm(state: Autosave, note: Note, at: number): Step {
	// A repeated creation answers with the note as it was first made, which may be older than what was sent now.
	const unsaved = !sameDocument(state.document, note.document);
	const { version, document: confirmed } = note;
	const next = { ...state, version, confirmed, sending: null, unsaved, savedAt: at, failure: null };
	return unsaved ? [next, { type: 'wait', milliseconds: pauseMs }] : [next];
}

function outdated(state: Autosave, current: Note, at: number): Step {
	// Our own save whose answer was lost, or only the version moved on: nobody wrote anything else.
	const ours = [state.sending, state.confirmed].some((known) => known && sameDocument(known, current.document));
	return ours ? confirm(state, current, at) : [{ ...state, sending: null, failure: null, theirs: current }];
}

const adopt = (note: Note, at: number): Autosave => ({
	...beginAutosave(note.document, note.version, false),
	savedAt: at,
});
