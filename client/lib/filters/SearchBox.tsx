import { useEffect, useEffectEvent, useState } from 'react';
import { useSettled } from '../useSettled.ts';
import { SearchField } from '../../ui/SearchField.tsx';

interface SearchBoxProps {
	label: string;
	/** As the address has it. */
	value: string;
	onSettled: (value: string) => void;
}

/** Tells what was typed once it stands still; follows the address when that changes by other means, as by *Back*. */
export function SearchBox({ label, value, onSettled }: SearchBoxProps) {
	const [typed, setTyped] = useState(value);
	const settled = useSettled(typed);
	const tell = useEffectEvent((text: string) => {
		if (text !== value) onSettled(text);
	});
	useEffect(() => tell(settled), [settled]);

	const [seen, setSeen] = useState(value);
	if (seen !== value) {
		setSeen(value);
		if (value !== settled) setTyped(value);
	}
	return <SearchField label={label} value={typed} onChange={setTyped} />;
}
