import { I18nProvider } from 'react-aria-components/I18nProvider';
import {
	NumberField as AriaNumberField,
	Input,
	type NumberFieldProps as AriaProps,
} from 'react-aria-components/NumberField';
import { useFormat } from '../lib/useFormat.ts';
import { numberLocale } from '../lib/format.ts';
import { Field, fieldStyle, inputStyle, type FieldWords } from './Field.tsx';

export interface NumberFieldProps extends Omit<AriaProps, 'className' | 'children' | 'style'>, FieldWords {}

/** A number, read and written as the reader's language does. */
export function NumberField({ label, description, errorMessage, optional, ...props }: NumberFieldProps) {
	const { locale } = useFormat();
	return (
		<I18nProvider locale={numberLocale[locale]}>
			<AriaNumberField isInvalid={errorMessage !== undefined} {...props} className={fieldStyle}>
				<Field {...{ label, description, errorMessage }} optional={optional ?? false}>
					<Input className={`${inputStyle} tabular-nums`} />
				</Field>
			</AriaNumberField>
		</I18nProvider>
	);
}
