import clsx from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components/Select';
import { Field, fieldStyle, inputStyle, type FieldWords } from './Field.tsx';
import { itemStyle, popoverStyle } from './listStyle.ts';

export interface Option<V extends string> {
	value: V;
	label: string;
	/** A second, quieter line. */
	detail?: string | undefined;
	icon?: ReactNode;
}

interface SelectProps<V extends string> extends FieldWords {
	options: readonly Option<V>[];
	value: V | null;
	onChange: (value: V) => void;
	placeholder?: string;
	isDisabled?: boolean;
	isRequired?: boolean;
	name?: string;
}

/** One of several; for up to a dozen choices. */
export function Select<V extends string>({ options, value, onChange, placeholder, ...props }: SelectProps<V>) {
	const { label, description, errorMessage, optional, ...rest } = props;
	return (
		<AriaSelect
			{...rest}
			isInvalid={errorMessage !== undefined}
			value={value}
			onChange={(key) => {
				const chosen = options.find((option) => option.value === key);
				if (chosen) onChange(chosen.value);
			}}
			placeholder={placeholder ?? '—'}
			className={fieldStyle}
		>
			<SelectParts {...{ label, description, errorMessage, options }} optional={optional ?? false} />
		</AriaSelect>
	);
}

/** What the one that takes one and the one that takes several look like: label, button, and the list behind it. */
export function SelectParts<V extends string>({ options, ...words }: FieldWords & { options: readonly Option<V>[] }) {
	return (
		<>
			<Field {...words}>
				<Button className={clsx(inputStyle, 'flex items-center justify-between gap-2 text-left')}>
					<SelectValue className="data-placeholder:text-muted truncate [&_[data-detail]]:hidden [&_svg]:hidden" />
					<ChevronDown aria-hidden className="text-muted size-5 shrink-0" />
				</Button>
			</Field>
			<Popover className={popoverStyle}>
				<ListBox items={options.map((option) => ({ ...option, id: option.value }))} className="outline-none">
					{(option) => (
						<ListBoxItem id={option.value} textValue={option.label} className={clsx(itemStyle, 'group')}>
							{option.icon}
							<span className="flex-1">
								{option.label}
								{option.detail !== undefined && (
									<span data-detail className="text-muted block text-small">
										{option.detail}
									</span>
								)}
							</span>
							<Check aria-hidden className="text-accent opacity-0 group-data-selected:opacity-100" />
						</ListBoxItem>
					)}
				</ListBox>
			</Popover>
		</>
	);
}
