import { useTranslation } from 'react-i18next';
import { scope, type Scope } from '../../../shared/contract/recurrence.ts';
import { Select } from '../../ui/Select.tsx';

/** How much of a series is meant. */
export function ScopeSelect({ value, onChange }: { value: Scope; onChange: (scope: Scope) => void }) {
	const { t } = useTranslation('visits');
	return (
		<Select
			label={t('scope.title')}
			options={scope.options.map((option) => ({ value: option, label: t(`scope.${option}`) }))}
			value={value}
			onChange={onChange}
		/>
	);
}
