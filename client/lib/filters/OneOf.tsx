import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';

interface OneOfProps {
	label: string;
	options: readonly { id: string; name: string }[] | undefined;
	/** An id; empty for all. */
	value: string;
	onChange: (id: string) => void;
}

/** All, or one of them; nothing where there is nothing to choose. */
export function OneOf({ label, options, value, onChange }: OneOfProps) {
	const { t } = useTranslation('filters');
	if (options === undefined || (options.length < 2 && value === '')) return null;
	return (
		<Select
			label={label}
			options={[{ value: all, label: t('all') }, ...options.map(({ id, name }) => ({ value: id, label: name }))]}
			value={value || all}
			onChange={(chosen) => onChange(chosen === all ? '' : chosen)}
		/>
	);
}

/** The key of that choice; no id. */
const all = 'all';
