import { afterEach, expect, it } from 'vitest';
import { createReload, keepPage } from './newBuild.ts';

afterEach(() => keepPage(false));

/** A tab, whose storage outlives its pages. */
function openTab() {
	const stored = new Map<string, string>();
	const storage = {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, value: string) => void stored.set(key, value),
	};
	const tab = { reloads: 0, load: (build: string) => createReload({ build, storage, reload: () => tab.reloads++ }) };
	return tab;
}

it('reloads a page of an old build once, however much of it is missing, and again for the next build', () => {
	const tab = openTab();
	const missing = tab.load('first');
	missing();
	missing();
	tab.load('first')();
	expect(tab.reloads).toBe(1);
	tab.load('second')();
	expect(tab.reloads).toBe(2);
});

it('does not reload by itself in the middle of a call, but afterwards', () => {
	const tab = openTab();
	const missing = tab.load('first');
	keepPage(true);
	missing();
	expect(tab.reloads).toBe(0);
	keepPage(false);
	missing();
	expect(tab.reloads).toBe(1);
});
