import { expect, test } from 'vitest';
import { createCallMemory } from './callMemory.ts';

function storage(): Storage {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		clear: () => kept.clear(),
		getItem: (key) => kept.get(key) ?? null,
		key: (index) => [...kept.keys()][index] ?? null,
		removeItem: (key) => void kept.delete(key),
		setItem: (key, value) => void kept.set(key, value),
	};
}

test('each visit has its own memory', () => {
	const shared = storage();
	const memory = createCallMemory(shared, 'one');
	memory.setEntered(true);
	memory.setDevices({ mic: true, camera: false });
	expect(createCallMemory(shared, 'one').entered()).toBe(true);
	expect(createCallMemory(shared, 'one').devices()).toEqual({ mic: true, camera: false });
	const chat = [{ id: '1', name: 'A', own: true, text: 'Hello', sentAt: '2026-03-01T14:01:00Z' }];
	memory.setChat(chat);
	expect(createCallMemory(shared, 'one').chat()).toEqual(chat);
	expect(createCallMemory(shared, 'two').entered()).toBe(false);
	expect(createCallMemory(shared, 'two').chat()).toEqual([]);
	memory.setLowered(true);
	expect(createCallMemory(shared, 'one').lowered()).toBe(true);
	expect(createCallMemory(shared, 'two').lowered()).toBe(false);
	memory.setLowered(false);
	expect(memory.lowered()).toBe(false);
	memory.setChat([]);
	expect(shared.getItem('samtal.chat.one')).toBeNull();
	memory.setEntered(false);
	expect(memory.entered()).toBe(false);
});

test.each(['not json', '{"mic":1}', 'null'])('what is unreadable counts as nothing: %s', (text) => {
	const broken = storage();
	broken.setItem('samtal.devices.one', text);
	expect(createCallMemory(broken, 'one').devices()).toEqual({ mic: true, camera: true });
});
