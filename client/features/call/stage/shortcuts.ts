export const shortcutKeys = {
	m: 'microphone',
	v: 'camera',
	s: 'share',
	h: 'hand',
	c: 'chat',
	t: 'tools',
	p: 'people',
	l: 'leave',
	'?': 'sheet',
} as const;

export type Shortcut = (typeof shortcutKeys)[keyof typeof shortcutKeys];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented'>;

const isKey = (key: string): key is keyof typeof shortcutKeys => Object.hasOwn(shortcutKeys, key);

/**
 * What a key press means in the call: nothing while somebody types, or together with a key of the browser's own.
 * @param typing whether the focus is where keys write or choose something
 */
export function shortcutOf(press: Press, typing: boolean): Shortcut | null {
	if (typing || press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.defaultPrevented) return null;
	const key = press.key.toLowerCase();
	return isKey(key) ? shortcutKeys[key] : null;
}

/** Where letters are input: fields, editors, and lists that jump to what is typed. */
export const isTyping = (target: EventTarget | null): boolean =>
	target instanceof Element &&
	target.closest(
		'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], [role=alertdialog]',
	) !== null;
