import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WayByHand } from '../../../../shared/contract/payments.ts';
import { Select } from '../../../ui/Select.tsx';
import { kindsQuery } from '../kindsQuery.ts';

const methods = ['TERMINAL', 'CASH', 'TRANSFER'] as const;

interface WaySelectProps {
	value: WayByHand;
	onChange: (way: WayByHand) => void;
}

/** How money came that is written down: the usual ways, those that the clinic named, and any other. */
export function WaySelect({ value, onChange }: WaySelectProps) {
	const { t } = useTranslation('billing');
	const { data: kinds = [] } = useQuery(kindsQuery);
	const usual = (method: WayByHand['method']) => ({ value: method, label: t(`method.${method}`), way: { method } });
	const options: { value: string; label: string; way: WayByHand }[] = [
		...methods.map(usual),
		...kinds.map(({ id, name }) => ({ value: id, label: name, way: { method: 'OTHER' as const, kindId: id } })),
		usual('OTHER'),
	];
	return (
		<Select
			label={t('record.method')}
			options={options}
			value={value.kindId ?? value.method}
			onChange={(chosen) => {
				const option = options.find((each) => each.value === chosen);
				if (option) onChange(option.way);
			}}
		/>
	);
}
