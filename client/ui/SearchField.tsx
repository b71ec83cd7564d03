import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { inputStyle } from './Field.tsx';

interface SearchFieldProps {
	/** What is searched; also the placeholder. */
	label: string;
	value: string;
	onChange: (value: string) => void;
}

/** Searching while typing. Esc empties it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
	const { t } = useTranslation('common');
	return (
		<AriaSearchField aria-label={label} value={value} onChange={onChange} className="group relative w-full max-w-md">
			<Search aria-hidden className="text-muted pointer-events-none absolute top-3 left-3 size-5" />
			<Input placeholder={label} className={`${inputStyle} px-11 [&::-webkit-search-cancel-button]:hidden`} />
			<Button
				aria-label={t('actions.clear')}
				className="absolute inset-y-0 right-0 grid w-11 place-items-center group-data-empty:hidden"
			>
				<X aria-hidden className="text-muted size-5" />
			</Button>
		</AriaSearchField>
	);
}
