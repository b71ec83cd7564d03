import { SamtalError, type ErrorCode } from '../../../shared/contract/errors.ts';
import { createNote, listNotes, saveNote, type Note, type NoteDocument } from '../../../shared/contract/notes.ts';
import type { Api } from '../api.ts';
import { beginAutosave, stepAutosave, type Autosave, type AutosaveEvent } from './autosave.ts';
import type { Draft, Drafts } from './drafts.ts';

interface Options {
	api: Api;
	drafts: Drafts;
	/** The text to go on with; `saved` when it is exactly what the server has. A draft goes out with `flush`. */
	draft: Draft;
	saved: boolean;
	now?: () => number;
	/** Hears of every note that the server has confirmed. */
	onSaved?: (note: Note) => void;
}

/** Saves one note while it is being written; its text also stays on this device until the server has it. */
export class NoteSaver {
	readonly noteId: string;
	readonly appointmentId: string | null;
	private readonly options: Options;
	private readonly listeners = new Set<() => void>();
	private state: Autosave;
	private stopped = false;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(options: Options) {
		const { draft, saved } = options;
		this.options = options;
		this.noteId = draft.noteId;
		this.appointmentId = draft.appointmentId ?? null;
		this.state = beginAutosave(draft.document, draft.version, !saved);
	}

	/** For `useSyncExternalStore`. */
	readonly subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};
	readonly getState = (): Autosave => this.state;

	edit(document: NoteDocument): void {
		this.handle({ type: 'edited', document });
	}

	/** Saves now instead of after the pause; for when the writer turns away. */
	flush(): void {
		this.handle({ type: 'due' });
	}

	keepMine(): void {
		this.handle({ type: 'keepMine' });
	}

	takeTheirs(): void {
		this.handle({ type: 'takeTheirs', at: this.now() });
	}

	/** No further save: the note is being deleted. */
	stop(): void {
		clearTimeout(this.timer);
		this.stopped = true;
	}

	private handle(event: AutosaveEvent): void {
		if (this.stopped) return;
		const [next, effect] = stepAutosave(this.state, event);
		this.state = next;
		this.keepDraft();
		if (effect?.type === 'wait') this.wait(effect.milliseconds);
		if (effect?.type === 'send') void this.send(effect.document, effect.version);
		this.listeners.forEach((listener) => listener());
	}

	private keepDraft(): void {
		const { drafts, draft } = this.options;
		const { document, version, unsaved } = this.state;
		if (unsaved) drafts.keep({ ...draft, document, version });
		else drafts.drop(this.noteId);
	}

	private wait(milliseconds: number): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.flush(), milliseconds);
	}

	private async send(document: NoteDocument, version: number | null): Promise<void> {
		clearTimeout(this.timer);
		try {
			const note = await this.write(document, version);
			this.handle({ type: 'confirmed', note, at: this.now() });
			this.options.onSaved?.(note);
		} catch (error) {
			this.handle(await this.explain(codeOf(error)));
		}
	}

	private write(document: NoteDocument, version: number | null): Promise<Note> {
		const { api, draft } = this.options;
		if (version !== null) return api.call(saveNote, { params: { noteId: this.noteId }, body: { version, document } });
		return api.call(createNote, {
			params: { clientId: draft.clientId },
			body: { id: this.noteId, document, ...(draft.appointmentId && { appointmentId: draft.appointmentId }) },
		});
	}

	private async explain(code: ErrorCode): Promise<AutosaveEvent> {
		if (code !== 'CONFLICT') return { type: 'failed', code };
		try {
			const { api, draft } = this.options;
			const { notes } = await api.call(listNotes, { params: { clientId: draft.clientId } });
			const current = notes.find(({ id }) => id === this.noteId);
			return current ? { type: 'outdated', current, at: this.now() } : { type: 'failed', code: 'NOT_FOUND' };
		} catch (error) {
			return { type: 'failed', code: codeOf(error) };
		}
	}

	private now(): number {
		return (this.options.now ?? Date.now)();
	}
}

const codeOf = (error: unknown): ErrorCode => (error instanceof SamtalError ? error.code : 'INTERNAL');
