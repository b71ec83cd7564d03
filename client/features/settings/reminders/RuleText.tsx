import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { reminderVariables } from '../../../../shared/domain/reminderText.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';

interface RuleTextProps {
	text: string;
	/** Names in braces that are no variable. */
	unknown: readonly string[];
	onChange: (text: string) => void;
}

/** The words of a rule, with a button for each variable that puts it where the cursor stands. */
export function RuleText({ text, unknown, onChange }: RuleTextProps) {
	const { t } = useTranslation('reminders');
	const area = useRef<HTMLTextAreaElement>(null);
	const insert = (name: string) => {
		const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
		onChange(`${text.slice(0, selectionStart)}{${name}}${text.slice(selectionEnd)}`);
		area.current?.focus();
	};
	return (
		<div className="flex flex-col gap-2">
			<TextArea
				label={t('dialog.text')}
				rows={7}
				isRequired
				maxLength={2_000}
				areaRef={area}
				value={text}
				onChange={onChange}
				errorMessage={
					unknown.length > 0 ? t('dialog.unknown', { names: unknown.map((name) => `{${name}}`).join(', ') }) : undefined
				}
			/>
			<div role="group" aria-label={t('dialog.variables')} className="flex flex-wrap gap-1.5">
				{reminderVariables.map((name) => (
					<Button key={name} size="small" onPress={() => insert(name)}>
						{t(`variable.${name}`)}
					</Button>
				))}
			</div>
		</div>
	);
}
