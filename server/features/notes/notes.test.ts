import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAppointment, inviteGuest, type Appointment } from '../../../shared/contract/appointments.ts';
import {
	createNote,
	deleteNote,
	listNotes,
	listSharedNotes,
	saveNote,
	shareNote,
	type NoteDocument,
} from '../../../shared/contract/notes.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinic: Awaited<ReturnType<typeof createClinic>>;
let author: TestBrowser;
let visit: Appointment;
let client: TestBrowser;

beforeAll(async () => {
	backend = await startTestBackend();
});
beforeEach(async () => {
	clinic = await createClinic(backend.db);
	({ browser: author } = await signedIn(backend, clinic.clinicId));
	const { clientId, serviceId } = clinic;
	const body = { client: { id: clientId }, serviceId, startsAt: '2026-03-02T10:00:00Z' };
	visit = await author.call(createAppointment, { body });
	client = new TestBrowser(backend.origin, visit.attendees[0]?.joinLink);
});
afterAll(() => backend.close());

const text = (words: string): NoteDocument => ({
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: words, marks: [{ type: 'bold' }] }] }],
});
const write = (id = randomUUID()) =>
	author.call(createNote, { params: clinic, body: { id, appointmentId: visit.id, document: text('first') } });

test('a note is kept as it was written, for its author alone', async () => {
	const note = await write();
	expect(note).toMatchObject({ version: 1, sharedAt: null, appointmentId: visit.id, document: text('first') });
	expect(await author.call(listNotes, { params: clinic })).toEqual({ notes: [note] });
	const { browser: manager } = await signedIn(backend, clinic.clinicId, 'MANAGER');
	expect(await manager.call(listNotes, { params: clinic })).toEqual({ notes: [] });
	expect(await client.call(listSharedNotes, {})).toEqual({ notes: [] });
});

test('the same request sent twice makes one note', async () => {
	const id = randomUUID();
	const [first, second] = await Promise.all([write(id), write(id)]);
	expect(second).toEqual(first);
	expect(await author.call(listNotes, { params: clinic })).toEqual({ notes: [first] });
});

test('another person’s id for a note is refused', async () => {
	const { id } = await write();
	const { browser: colleague } = await signedIn(backend, clinic.clinicId);
	const answer = colleague.call(createNote, { params: clinic, body: { id, document: text('mine') } });
	await expect(answer).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a save that read an older version is refused and changes nothing', async () => {
	const { id: noteId } = await write();
	const saved = await author.call(saveNote, { params: { noteId }, body: { version: 1, document: text('second') } });
	expect(saved).toMatchObject({ version: 2, document: text('second') });
	const late = author.call(saveNote, { params: { noteId }, body: { version: 1, document: text('late') } });
	await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
	expect(await author.call(listNotes, { params: clinic })).toEqual({ notes: [saved] });
});

test('of two saves at once one is refused', async () => {
	const { id: noteId } = await write();
	const save = (words: string) =>
		author.call(saveNote, { params: { noteId }, body: { version: 1, document: text(words) } });
	const outcomes = await Promise.allSettled([save('one'), save('other')]);
	expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a shared note is the client’s to read until it is withdrawn; the call hears of both', async () => {
	const { id: noteId } = await write();
	const shared = await author.call(shareNote, { params: { noteId }, body: { shared: true } });
	expect(shared).toMatchObject({ version: 1, sharedAt: backend.clock.now().toISOString() });
	const { notes } = await client.call(listSharedNotes, {});
	expect(notes).toMatchObject([{ id: noteId, authorName: 'Anna Demo', document: text('first') }]);
	const guest = await author.call(inviteGuest, { params: { appointmentId: visit.id }, body: { name: 'Guest' } });
	expect(await new TestBrowser(backend.origin, guest.joinLink).call(listSharedNotes, {})).toEqual({ notes: [] });

	await author.call(shareNote, { params: { noteId }, body: { shared: false } });
	expect(await client.call(listSharedNotes, {})).toEqual({ notes: [] });
	const heard = backend.toolNews.filter(({ appointmentId }) => appointmentId === visit.id);
	expect(heard).toEqual(Array.from({ length: 2 }, () => ({ appointmentId: visit.id, tool: 'notes' })));
});

test('a note goes for good only while it is private', async () => {
	const { id: noteId } = await write();
	await author.call(shareNote, { params: { noteId }, body: { shared: true } });
	await expect(author.call(deleteNote, { params: { noteId } })).rejects.toMatchObject({ code: 'WRONG_STATE' });
	await author.call(shareNote, { params: { noteId }, body: { shared: false } });
	await author.call(deleteNote, { params: { noteId } });
	await expect(author.call(deleteNote, { params: { noteId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a node that the editor does not have is refused', async () => {
	const answer = await fetch(`${backend.origin}/api/clients/${clinic.clientId}/notes`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			cookie: [...author.cookies].map(([name, { value }]) => `${name}=${value}`).join('; '),
		},
		body: JSON.stringify({ id: randomUUID(), document: { type: 'doc', content: [{ type: 'script' }] } }),
	});
	expect(answer.status).toBe(400);
});
