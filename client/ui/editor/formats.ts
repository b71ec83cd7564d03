import type { Editor } from '@tiptap/react';
import { Bold, Italic, List, ListOrdered, Minus, Quote, Strikethrough, Underline, type LucideIcon } from 'lucide-react';

const focused = (editor: Editor) => editor.chain().focus();

/** Formats that are on or off where the caret stands; `name` is Tiptap's. */
export const toggles = [
	{ name: 'bold', Icon: Bold, toggle: (editor: Editor) => focused(editor).toggleBold().run() },
	{ name: 'italic', Icon: Italic, toggle: (editor: Editor) => focused(editor).toggleItalic().run() },
	{ name: 'underline', Icon: Underline, toggle: (editor: Editor) => focused(editor).toggleUnderline().run() },
	{ name: 'strike', Icon: Strikethrough, toggle: (editor: Editor) => focused(editor).toggleStrike().run() },
	{ name: 'bulletList', Icon: List, toggle: (editor: Editor) => focused(editor).toggleBulletList().run() },
	{ name: 'orderedList', Icon: ListOrdered, toggle: (editor: Editor) => focused(editor).toggleOrderedList().run() },
	{ name: 'blockquote', Icon: Quote, toggle: (editor: Editor) => focused(editor).toggleBlockquote().run() },
] as const satisfies readonly { name: string; Icon: LucideIcon; toggle: (editor: Editor) => boolean }[];

export const inserts = [
	{
		name: 'horizontalRule',
		Icon: Minus,
		insert: (editor: Editor) => focused(editor).setHorizontalRule().run(),
	},
] as const;

export const headingLevels = [1, 2, 3] as const;
export type HeadingLevel = (typeof headingLevels)[number];

interface Formats {
	active: ReadonlySet<string>;
	/** `null` outside headings. */
	level: HeadingLevel | null;
	canUndo: boolean;
	canRedo: boolean;
}

/** What the toolbar shows for the place of the caret. */
export const readFormats = (editor: Editor): Formats => ({
	active: new Set(toggles.map(({ name }) => name).filter((name) => editor.isActive(name))),
	level: headingLevels.find((level) => editor.isActive('heading', { level })) ?? null,
	canUndo: editor.can().undo(),
	canRedo: editor.can().redo(),
});
