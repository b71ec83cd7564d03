import { useState } from 'react';
import { ComboBox } from '../ui/ComboBox.tsx';
import type { FieldWords } from '../ui/Field.tsx';

interface TimeZoneFieldProps extends Pick<FieldWords, 'label' | 'description'> {
	/** IANA name. */
	value: string;
	onChange: (timeZone: string) => void;
}

const wordsOf = (timeZone: string): string => timeZone.replaceAll('_', ' ');

/** One of the time zones that the browser knows, found by a part of its name. What is typed and not chosen changes nothing. */
export function TimeZoneField({ value, onChange, ...words }: TimeZoneFieldProps) {
	const [typed, setTyped] = useState<string | null>(null);
	const text = typed ?? wordsOf(value);
	// What is chosen stands in the field: the others are there to choose all the same.
	const sought = text === wordsOf(value) ? '' : text.trim().toLowerCase();
	const known = [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
	return (
		<div onBlur={() => setTyped(null)}>
			<ComboBox
				{...words}
				options={known
					.map((timeZone) => ({ value: timeZone, label: wordsOf(timeZone) }))
					.filter(({ label }) => label.toLowerCase().includes(sought))}
				text={text}
				onTextChange={setTyped}
				value={value}
				onChange={(chosen) => {
					// The list says so too when it closes by itself, as when the page moves under it: somebody may still type.
					if (chosen === null || chosen === value) return;
					setTyped(wordsOf(chosen));
					onChange(chosen);
				}}
			/>
		</div>
	);
}
