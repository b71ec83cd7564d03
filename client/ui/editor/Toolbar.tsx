import { useEditorState, type Editor } from '@tiptap/react';
import { Redo2, Undo2 } from 'lucide-react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton.tsx';
import { FormatToggle } from './FormatToggle.tsx';
import { inserts, readFormats, toggles } from './formats.ts';
import { StyleMenu } from './StyleMenu.tsx';
import { TemplateMenu } from './TemplateMenu.tsx';

/** The editor's buttons: one stop of the Tab key, arrows go from one to the next. */
export function Toolbar({ editor }: { editor: Editor }) {
	const { t } = useTranslation('tools');
	const formats = useEditorState({ editor, selector: ({ editor: current }) => readFormats(current) });

	return (
		<AriaToolbar aria-label={t('editor.toolbar')} className="border-line flex flex-wrap items-center border-b p-1">
			<StyleMenu editor={editor} level={formats.level} />
			{toggles.map(({ name, Icon, toggle }) => (
				<FormatToggle
					key={name}
					label={t(`editor.${name}`)}
					isSelected={formats.active.has(name)}
					onToggle={() => toggle(editor)}
				>
					<Icon aria-hidden />
				</FormatToggle>
			))}
			{inserts.map(({ name, Icon, insert }) => (
				<IconButton key={name} label={t(`editor.${name}`)} className={compact} onPress={() => insert(editor)}>
					<Icon aria-hidden />
				</IconButton>
			))}
			<IconButton
				label={t('editor.undo')}
				className={compact}
				isDisabled={!formats.canUndo}
				onPress={() => editor.chain().focus().undo().run()}
			>
				<Undo2 aria-hidden />
			</IconButton>
			<IconButton
				label={t('editor.redo')}
				className={compact}
				isDisabled={!formats.canRedo}
				onPress={() => editor.chain().focus().redo().run()}
			>
				<Redo2 aria-hidden />
			</IconButton>
			<TemplateMenu editor={editor} />
		</AriaToolbar>
	);
}

const compact = '!size-9 !min-h-9';
