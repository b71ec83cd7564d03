import { EditorContent, useEditor } from '@tiptap/react';
import { useState } from 'react';
import { document as documentSchema, type NoteDocument } from '../../../shared/contract/notes.ts';
import { parse } from '../../../shared/contract/result.ts';
import './editor.css';
import { noteExtensions, toContent } from './extensions.ts';
import { Toolbar } from './Toolbar.tsx';

interface RichTextProps {
	/** Read once; give another `key` to begin again with another text. */
	document: NoteDocument;
	onChange: (document: NoteDocument) => void;
	/** Its name for screen readers. */
	label: string;
}

/** The editor of notes: a toolbar and the text. */
export function RichText({ document, onChange, label }: RichTextProps) {
	const [initial] = useState(document);
	const editor = useEditor({
		extensions: noteExtensions,
		content: { type: 'doc', content: initial.content.map(toContent) },
		editorProps: {
			attributes: {
				role: 'textbox',
				'aria-multiline': 'true',
				'aria-label': label,
				class: 'note-text min-h-48 px-4 py-3 outline-none',
			},
		},
		onUpdate: ({ editor: changed }) => onChange(parse(documentSchema, changed.getJSON(), 'document')),
	});
	return (
		<div className="border-edge bg-surface has-[.ProseMirror:focus-visible]:outline-focus flex min-h-0 flex-col rounded-box border has-[.ProseMirror:focus-visible]:outline-2">
			<Toolbar editor={editor} />
			<EditorContent editor={editor} className="min-h-0 overflow-y-auto" />
		</div>
	);
}
