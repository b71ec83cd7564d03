import { describe, expect, it } from 'vitest';
import type { Note, NoteDocument } from '../../../shared/contract/notes.ts';
import { beginAutosave, pauseMs, retryMs, stepAutosave, type Autosave, type AutosaveEvent } from './autosave.ts';
import { emptyDocument } from './document.ts';

const text = (words: string): NoteDocument => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
const noteWith = (words: string, version: number): Note => ({
	id: '0b8f0e4a-9f5e-4d5c-8f0e-000000000001',
	clientId: '0b8f0e4a-9f5e-4d5c-8f0e-000000000002',
	appointmentId: null,
	author: { id: '0b8f0e4a-9f5e-4d5c-8f0e-000000000003', name: 'Anna Demo' },
	document: text(words),
	version,
	createdAt: '2026-03-01T14:00:00Z',
	updatedAt: '2026-03-01T14:00:00Z',
	sharedAt: null,
});

/** Runs events in order; answers with the state and the effect of the last one. */
function run(start: Autosave, ...events: AutosaveEvent[]): ReturnType<typeof stepAutosave> {
	let step: ReturnType<typeof stepAutosave> = [start];
	for (const event of events) step = stepAutosave(step[0], event);
	return step;
}
const edited = (words: string): AutosaveEvent => ({ type: 'edited', document: text(words) });
const due: AutosaveEvent = { type: 'due' };
const confirmed = (words: string, version: number): AutosaveEvent => ({
	type: 'confirmed',
	note: noteWith(words, version),
	at: 1_000,
});
const outdated = (words: string, version: number): AutosaveEvent => ({
	type: 'outdated',
	current: noteWith(words, version),
	at: 1_000,
});
const fresh = beginAutosave(emptyDocument, null, false);
const known = beginAutosave(text('a'), 3, false);

describe('stepAutosave', () => {
	it('waits for a pause in typing, then sends the newest text once', () => {
		expect(run(fresh, edited('a'))[1]).toEqual({ type: 'wait', milliseconds: pauseMs });
		const [sending, effect] = run(fresh, edited('a'), edited('ab'), due);
		expect(effect).toEqual({ type: 'send', document: text('ab'), version: null });
		expect(stepAutosave(sending, due)).toEqual([sending]);
	});

	it('does not save what has not changed', () => {
		expect(run(known, due)[1]).toBeUndefined();
		expect(run(known, edited('a'))).toEqual([known]);
	});

	it('keeps one save under way, and sends what was typed meanwhile after it', () => {
		const [meanwhile, nothing] = run(known, edited('ab'), due, edited('abc'));
		expect(nothing).toBeUndefined();
		const [behind, effect] = stepAutosave(meanwhile, confirmed('ab', 4));
		expect(effect).toEqual({ type: 'wait', milliseconds: pauseMs });
		expect(stepAutosave(behind, due)[1]).toEqual({ type: 'send', document: text('abc'), version: 4 });
	});

	it('is saved when the server has exactly this text', () => {
		const [state] = run(fresh, edited('a'), due, confirmed('a', 1));
		expect(state).toMatchObject({ unsaved: false, version: 1, savedAt: 1_000, sending: null });
	});

	it('sends again when a repeated creation answers with the earlier text', () => {
		const [state] = run(fresh, edited('ab'), due, confirmed('a', 1));
		expect(state.unsaved).toBe(true);
		expect(stepAutosave(state, due)[1]).toEqual({ type: 'send', document: text('ab'), version: 1 });
	});

	it('tries again after a failure and keeps the text', () => {
		const [state, effect] = run(known, edited('ab'), due, { type: 'failed', code: 'NETWORK' });
		expect(effect).toEqual({ type: 'wait', milliseconds: retryMs });
		expect(state).toMatchObject({ failure: 'NETWORK', unsaved: true, document: text('ab') });
		expect(stepAutosave(state, due)[1]).toEqual({ type: 'send', document: text('ab'), version: 3 });
	});

	it('recognises its own save whose answer was lost', () => {
		const [state] = run(known, edited('ab'), due, outdated('ab', 4));
		expect(state).toMatchObject({ theirs: null, unsaved: false, version: 4 });
	});

	it('goes on when only the version moved', () => {
		const [state] = run(known, edited('ab'), due, outdated('a', 4));
		expect(state).toMatchObject({ theirs: null, unsaved: true, version: 4 });
	});

	describe('with another text on the server', () => {
		const [conflict] = run(known, edited('mine'), due, outdated('theirs', 7));

		it('holds both and sends nothing before the writer chooses', () => {
			expect(conflict).toMatchObject({ document: text('mine'), theirs: { version: 7 }, unsaved: true });
			expect(run(conflict, edited('mine too'), due)[1]).toBeUndefined();
		});
		it('sends mine over theirs', () => {
			expect(stepAutosave(conflict, { type: 'keepMine' })[1]).toEqual({
				type: 'send',
				document: text('mine'),
				version: 7,
			});
		});
		it('takes theirs', () => {
			expect(stepAutosave(conflict, { type: 'takeTheirs', at: 2_000 })[0]).toMatchObject({
				document: text('theirs'),
				version: 7,
				unsaved: false,
				theirs: null,
			});
		});
	});
});
