import type { Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField';
import { Field, fieldStyle, inputStyle } from './Field.tsx';
import type { TextFieldProps } from './TextField.tsx';

interface TextAreaProps extends Omit<TextFieldProps, 'placeholder' | 'type'> {
	rows: number;
	/** The element itself, e.g. to know where the cursor stands. */
	areaRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of plain text. */
export function TextArea({ label, description, errorMessage, optional, rows, areaRef, ...props }: TextAreaProps) {
	return (
		<AriaTextField isInvalid={errorMessage !== undefined} {...props} className={fieldStyle}>
			<Field {...{ label, description, errorMessage }} optional={optional ?? false}>
				<AriaTextArea ref={areaRef ?? null} rows={rows} className={`${inputStyle} py-2`} />
			</Field>
		</AriaTextField>
	);
}
