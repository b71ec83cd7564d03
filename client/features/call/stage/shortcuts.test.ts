import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const press = (key: string, over: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	repeat: false,
	defaultPrevented: false,
	...over,
});

test.each([
	['m', 'microphone'],
	['M', 'microphone'],
	['?', 'sheet'],
	['x', null],
	['Enter', null],
	['constructor', null],
])('%s stands for %s', (key, shortcut) => {
	expect(shortcutOf(press(key), false)).toBe(shortcut);
});

test('keys mean nothing while somebody types, holds them, or gives the browser a command', () => {
	expect(shortcutOf(press('m'), true)).toBeNull();
	for (const over of [
		{ ctrlKey: true },
		{ metaKey: true },
		{ altKey: true },
		{ repeat: true },
		{ defaultPrevented: true },
	]) {
		expect(shortcutOf(press('c', over), false)).toBeNull();
	}
});
