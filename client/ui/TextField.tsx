import { TextField as AriaTextField, Input, type TextFieldProps as AriaProps } from 'react-aria-components/TextField';
import { Field, fieldStyle, inputStyle, type FieldWords } from './Field.tsx';

export interface TextFieldProps extends Omit<AriaProps, 'className' | 'children' | 'style'>, FieldWords {
	placeholder?: string;
}

/** One line of text. */
export function TextField({ label, description, errorMessage, optional, placeholder, ...props }: TextFieldProps) {
	return (
		<AriaTextField isInvalid={errorMessage !== undefined} {...props} className={fieldStyle}>
			<Field {...{ label, description, errorMessage }} optional={optional ?? false}>
				<Input className={inputStyle} placeholder={placeholder ?? ''} />
			</Field>
		</AriaTextField>
	);
}
