import clsx from 'clsx';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components/TextField';
import { Field, fieldStyle, inputStyle } from './Field.tsx';
import type { TextFieldProps } from './TextField.tsx';

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, description, errorMessage, optional, placeholder, ...props }: TextFieldProps) {
	return (
		<AriaTextField isInvalid={errorMessage !== undefined} {...props} className={fieldStyle}>
			<Field {...{ label, description, errorMessage }} optional={optional ?? false}>
				<AriaTextArea
					className={clsx(inputStyle, 'field-sizing-content max-h-72 min-h-22 resize-y py-2.5')}
					placeholder={placeholder ?? ''}
				/>
			</Field>
		</AriaTextField>
	);
}
