import { useEffect } from 'react';
import { isTyping, shortcutOf, type Shortcut } from './shortcuts.ts';

/** Runs what the keys of the call stand for, wherever the focus is. */
export function useShortcuts(run: (shortcut: Shortcut) => void): void {
	useEffect(() => {
		const handle = (event: KeyboardEvent) => {
			const shortcut = shortcutOf(event, isTyping(event.target));
			if (!shortcut) return;
			event.preventDefault();
			run(shortcut);
		};
		document.addEventListener('keydown', handle);
		return () => document.removeEventListener('keydown', handle);
	}, [run]);
}
