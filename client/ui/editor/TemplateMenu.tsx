import type { Editor } from '@tiptap/react';
import { LayoutTemplate } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { templateDocument } from '../../lib/notes/document.ts';
import { IconButton } from '../IconButton.tsx';
import { Menu, MenuItem } from '../Menu.tsx';

/** Templates of the catalogue and the sections of each, in order. */
const templates = {
	soap: ['subjective', 'objective', 'assessment', 'plan'],
	summary: ['topics', 'observations', 'agreed', 'next'],
	first: ['reason', 'background', 'medication', 'goals'],
} as const;

/** Puts the headings of a template where the caret is; in an empty note it becomes the note. */
export function TemplateMenu({ editor }: { editor: Editor }) {
	const { t } = useTranslation('tools');
	const insert = (sections: readonly string[]) => {
		const template = templateDocument(sections);
		const { doc, selection } = editor.state;
		const at = editor.isEmpty ? { from: 0, to: doc.content.size } : selection.to;
		const start = editor.isEmpty ? 0 : selection.to;
		editor.chain().insertContentAt(at, template.content).run();
		editor.chain().setTextSelection(firstRoom(editor, start)).focus().run();
	};
	return (
		<Menu
			label={t('editor.templates')}
			trigger={
				<IconButton label={t('editor.templates')} className="!size-9 !min-h-9">
					<LayoutTemplate aria-hidden />
				</IconButton>
			}
		>
			<MenuItem onAction={() => insert(templates.soap.map((section) => t(`template.soap.${section}`)))}>
				{t('template.soap.name')}
			</MenuItem>
			<MenuItem onAction={() => insert(templates.summary.map((section) => t(`template.summary.${section}`)))}>
				{t('template.summary.name')}
			</MenuItem>
			<MenuItem onAction={() => insert(templates.first.map((section) => t(`template.first.${section}`)))}>
				{t('template.first.name')}
			</MenuItem>
		</Menu>
	);
}

/** Where the first empty paragraph after a position is to be written in. */
function firstRoom(editor: Editor, start: number): number {
	let room: number | null = null;
	editor.state.doc.descendants((node, position) => {
		if (room === null && position >= start && node.type.name === 'paragraph' && node.childCount === 0)
			room = position + 1;
	});
	return room ?? start;
}
