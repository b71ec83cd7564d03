import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { resourcesQuery } from './queries.ts';

interface ResourceFieldsProps {
	chosen: readonly string[];
	onChange: (resourceIds: string[]) => void;
}

/** Which rooms and devices a visit takes; nothing in a clinic that has none. */
export function ResourceFields({ chosen, onChange }: ResourceFieldsProps) {
	const { t } = useTranslation('visits');
	const { data: resources = [] } = useQuery(resourcesQuery);
	if (resources.length === 0) return null;
	return (
		<fieldset className="flex flex-col gap-1.5">
			<legend className="mb-1.5 text-small font-semibold">{t('new.resources')}</legend>
			<div className="flex flex-wrap gap-1.5">
				{resources.map(({ id, name }) => (
					<Chip
						key={id}
						isSelected={chosen.includes(id)}
						onPress={() => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
					>
						{name}
					</Chip>
				))}
			</div>
		</fieldset>
	);
}
