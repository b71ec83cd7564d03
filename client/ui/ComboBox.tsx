import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { useTranslation } from 'react-i18next';
import { Field, fieldStyle, inputStyle, type FieldWords } from './Field.tsx';
import { itemStyle, popoverStyle } from './listStyle.ts';
import type { Option } from './Select.tsx';

interface ComboBoxProps extends FieldWords {
	/** What matches the present text; the caller searches. */
	options: readonly Option<string>[];
	text: string;
	onTextChange: (text: string) => void;
	value: string | null;
	onChange: (value: string | null) => void;
	placeholder?: string;
	isRequired?: boolean;
	autoFocus?: boolean;
}

/** One of many, found by typing. */
export function ComboBox({ options, text, onTextChange, value, onChange, placeholder, ...props }: ComboBoxProps) {
	const { t } = useTranslation('common');
	const { label, description, errorMessage, optional, ...rest } = props;
	return (
		<AriaComboBox
			{...rest}
			isInvalid={errorMessage !== undefined}
			items={options.map((option) => ({ ...option, id: option.value }))}
			inputValue={text}
			onInputChange={onTextChange}
			value={value}
			onChange={(key) => onChange(key === null ? null : String(key))}
			menuTrigger="focus"
			allowsEmptyCollection
			className={fieldStyle}
		>
			<Field {...{ label, description, errorMessage }} optional={optional ?? false}>
				<div className="relative">
					<Input className={clsx(inputStyle, 'pr-11')} placeholder={placeholder ?? ''} />
					<Button aria-label={t('field.show')} className="absolute inset-y-0 right-0 grid w-11 place-items-center">
						<ChevronDown aria-hidden className="text-muted size-5" />
					</Button>
				</div>
			</Field>
			<Popover className={popoverStyle}>
				<ListBox
					className="max-h-72 outline-none"
					renderEmptyState={() => <p className="text-muted px-3 py-2">{t('state.nothingFound')}</p>}
				>
					{(option: Option<string>) => (
						<ListBoxItem id={option.value} textValue={option.label} className={itemStyle}>
							<span>
								{option.label}
								{option.detail !== undefined && <span className="text-muted block text-small">{option.detail}</span>}
							</span>
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</AriaComboBox>
	);
}
