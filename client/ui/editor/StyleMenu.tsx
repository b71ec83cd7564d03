import type { Editor } from '@tiptap/react';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import { Menu, MenuItem } from '../Menu.tsx';
import { headingLevels, type HeadingLevel } from './formats.ts';

/** Plain text or one of three headings. */
export function StyleMenu({ editor, level }: { editor: Editor; level: HeadingLevel | null }) {
	const { t } = useTranslation('tools');
	const current = level ? t(`editor.heading.${level}`) : t('editor.paragraph');
	return (
		<Menu
			label={t('editor.style')}
			trigger={
				<Button variant="quiet" size="small" aria-label={`${current}, ${t('editor.style')}`}>
					{current}
					<ChevronDown aria-hidden />
				</Button>
			}
		>
			<MenuItem onAction={() => editor.chain().focus().setParagraph().run()}>{t('editor.paragraph')}</MenuItem>
			{headingLevels.map((each) => (
				<MenuItem key={each} onAction={() => editor.chain().focus().setHeading({ level: each }).run()}>
					{t(`editor.heading.${each}`)}
				</MenuItem>
			))}
		</Menu>
	);
}
