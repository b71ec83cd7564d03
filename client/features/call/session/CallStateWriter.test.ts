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

test('what a person did is shown at once, with all before it and nothing twice', () => {
	const { writer, shown } = watched();
	writer.set({ online: true });
	writer.setNow({ view: 'grid' });
	expect(writer.store.getState()).toMatchObject({ online: true, view: 'grid' });
	vi.advanceTimersByTime(1_000);
	expect(shown).toEqual([true]);
});
