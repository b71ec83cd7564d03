import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNote, saveNote, type Note, type NoteDocument } from '../../../shared/contract/notes.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { failure, success } from '../../../shared/contract/result.ts';
import { createApi } from '../api.ts';
import { pauseMs, retryMs } from './autosave.ts';
import { emptyDocument } from './document.ts';
import { createDrafts } from './drafts.ts';
import { NoteSaver } from './NoteSaver.ts';

const [noteId, clientId, authorId] = [1, 2, 3].map((n) => `0b8f0e4a-9f5e-4d5c-8f0e-00000000000${n}`);
if (!noteId || !clientId || !authorId) throw new Error('three ids');

const text = (words: string): NoteDocument => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

/** A server that keeps one note and refuses saves of an older version; it can be away. */
function serve() {
	const state: { note: Note | null; away: boolean; saves: number } = { note: null, away: false, saves: 0 };
	const write = (document: NoteDocument) => {
		state.saves += 1;
		state.note = {
			id: noteId ?? '',
			clientId: clientId ?? '',
			appointmentId: null,
			author: { id: authorId ?? '', name: 'Anna Demo' },
			document,
			version: (state.note?.version ?? 0) + 1,
			createdAt: '2026-03-01T14:00:00Z',
			updatedAt: '2026-03-01T14:00:00Z',
			sharedAt: null,
		};
		return Response.json(success(state.note));
	};
	const fetch: typeof globalThis.fetch = async (_, init = {}) => {
		if (state.away) throw new TypeError('Failed to fetch');
		const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : {};
		if (init.method === 'POST')
			return state.note ? Response.json(success(state.note)) : write(createNote.body.parse(body).document);
		if (init.method === 'GET') return Response.json(success({ notes: state.note ? [state.note] : [] }));
		const { version, document } = saveNote.body.parse(body);
		return version === state.note?.version
			? write(document)
			: Response.json(failure(new SamtalError('CONFLICT')), { status: 409 });
	};
	return { state, write, api: createApi({ fetch }) };
}

/** What `localStorage` does, as far as drafts use it. */
function createStorage(): Storage {
	const kept: Record<string, string> = {};
	return Object.defineProperties(kept, {
		getItem: { value: (key: string) => kept[key] ?? null },
		setItem: { value: (key: string, value: string) => void (kept[key] = value) },
		removeItem: { value: (key: string) => void delete kept[key] },
	}) as unknown as Storage;
}

function begin(version: number | null = null) {
	const server = serve();
	const drafts = createDrafts(createStorage(), authorId ?? '');
	const draft = { noteId: noteId ?? '', clientId: clientId ?? '', document: emptyDocument, version };
	const saver = new NoteSaver({ ...server, drafts, draft, saved: true, now: () => 1_000 });
	return { ...server, drafts, saver };
}

describe('NoteSaver', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('saves once after a pause, and keeps a draft until then', async () => {
		const { saver, state, drafts } = begin();
		saver.edit(text('a'));
		await vi.advanceTimersByTimeAsync(pauseMs - 1);
		saver.edit(text('ab'));
		await vi.advanceTimersByTimeAsync(pauseMs - 1);
		expect(state.saves).toBe(0);
		expect(drafts.ofClient(clientId)).toMatchObject([{ noteId, document: text('ab'), version: null }]);

		await vi.advanceTimersByTimeAsync(1);
		await vi.waitFor(() => expect(saver.getState()).toMatchObject({ unsaved: false, version: 1 }));
		expect(state).toMatchObject({ saves: 1, note: { document: text('ab') } });
		expect(drafts.ofClient(clientId)).toEqual([]);
	});

	it('goes on from the draft of a crashed tab', async () => {
		const { saver, state, drafts, api } = begin();
		saver.edit(text('before the crash'));
		saver.stop();
		const [draft] = drafts.ofClient(clientId);
		if (!draft) throw new Error('no draft was kept');
		const next = new NoteSaver({ api, drafts, draft, saved: false });
		next.flush();
		await vi.waitFor(() => expect(next.getState().unsaved).toBe(false));
		expect(state.note?.document).toEqual(text('before the crash'));
		expect(drafts.ofClient(clientId)).toEqual([]);
	});

	it('tries again by itself when the network is back', async () => {
		const { saver, state, drafts } = begin();
		state.away = true;
		saver.edit(text('a'));
		saver.flush();
		await vi.waitFor(() => expect(saver.getState().failure).toBe('NETWORK'));
		expect(drafts.ofClient(clientId)).toHaveLength(1);
		state.away = false;
		await vi.advanceTimersByTimeAsync(retryMs);
		await vi.waitFor(() => expect(saver.getState()).toMatchObject({ failure: null, unsaved: false }));
		expect(state.note?.document).toEqual(text('a'));
	});

	it('holds its text when another window saved first, until the writer chooses', async () => {
		const { saver, state, write } = begin(1);
		write(text('first'));
		write(text('theirs'));
		saver.edit(text('mine'));
		saver.flush();
		await vi.waitFor(() => expect(saver.getState().theirs?.document).toEqual(text('theirs')));
		await vi.advanceTimersByTimeAsync(retryMs);
		expect(state.note?.document).toEqual(text('theirs'));

		saver.keepMine();
		await vi.waitFor(() => expect(saver.getState().unsaved).toBe(false));
		expect(state.note).toMatchObject({ document: text('mine'), version: 3 });
	});
});
