import { locales, type Locale } from '../../shared/contract/scalars.ts';
import type { FieldWords } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { localeNames } from './locale.ts';

interface LocaleFieldProps extends Pick<FieldWords, 'label' | 'description'> {
	value: Locale;
	onChange: (locale: Locale) => void;
}

/** One of the languages that Samtal speaks, each by its own name. */
export const LocaleField = (props: LocaleFieldProps) => (
	<Select {...props} options={locales.map((value) => ({ value, label: localeNames[value] }))} />
);
