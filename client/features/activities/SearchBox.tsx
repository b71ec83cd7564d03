import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettled } from '../../lib/useSettled.ts';
import { SearchField } from '../../ui/SearchField.tsx';

interface SearchBoxProps {
	/** As the address has it. */
	value: string;
	onSettled: (value: string) => void;
}

/** Tells what was typed once it stands still; follows the address when that changes by other means, as by *Back*. */
export function SearchBox({ value, onSettled }: SearchBoxProps) {
	const { t } = useTranslation('activities');
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
	return <SearchField label={t('search')} value={typed} onChange={setTyped} />;
}
