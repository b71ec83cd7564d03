import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallStateWriter } from './CallStateWriter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
	const writer = new CallStateWriter();
	const shown: boolean[] = [];
	writer.store.subscribe(({ online }) => shown.push(online));
	return { writer, shown };
}

test('changes of one moment are shown together, and are known at once', () => {
	const { writer, shown } = watched();
	writer.set({ online: true });
	writer.set({ view: 'grid' });
	expect(writer.state).toMatchObject({ online: true, view: 'grid' });
	expect(shown).toEqual([]);
	vi.advanceTimersByTime(64);
	expect(shown).toEqual([true]);
	expect(writer.store.getState()).toMatchObject({ online: true, view: 'grid' });
});

test('what should wait is shown when its reason is gone, together with what came of it', async () => {
	const { writer, shown } = watched();
	const ready = Promise.withResolvers<void>();
	writer.waitFor([ready.promise, Promise.resolve()]);
	writer.set({ online: true });
	await vi.advanceTimersByTimeAsync(999);
	expect(shown).toEqual([]);
	ready.resolve();
	await vi.advanceTimersByTimeAsync(0);
	expect(shown).toEqual([true]);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(shown).toEqual([true]);
});

test('it does not wait for ever, nor what a person did', async () => {
	const { writer, shown } = watched();
	writer.waitFor([new Promise(() => undefined)]);
	writer.set({ online: true });
	await vi.advanceTimersByTimeAsync(1_000);
	expect(shown).toEqual([true]);
	writer.waitFor([new Promise(() => undefined)]);
	writer.setNow({ online: false });
	expect(shown).toEqual([true, false]);
});

test('what a person did is shown at once, with all before it and nothing twice', () => {
	const { writer, shown } = watched();
	writer.set({ online: true });
	writer.setNow({ view: 'grid' });
	expect(writer.store.getState()).toMatchObject({ online: true, view: 'grid' });
	vi.advanceTimersByTime(1_000);
	expect(shown).toEqual([true]);
});
