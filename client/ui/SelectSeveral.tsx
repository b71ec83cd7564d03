import { Select as AriaSelect } from 'react-aria-components/Select';
import { fieldStyle } from './Field.tsx';
import { SelectParts, type Option } from './Select.tsx';

interface SelectSeveralProps<V extends string> {
	label: string;
	options: readonly Option<V>[];
	value: readonly V[];
	onChange: (value: V[]) => void;
	/** What stands there while nothing is chosen. */
	placeholder: string;
}

/** Any number of several; the list stays open while they are chosen. */
export const SelectSeveral = <V extends string>(props: SelectSeveralProps<V>) => (
	<AriaSelect
		selectionMode="multiple"
		value={props.value}
		onChange={(keys) => {
			const chosen = new Set(keys);
			props.onChange(props.options.map(({ value }) => value).filter((value) => chosen.has(value)));
		}}
		placeholder={props.placeholder}
		// What stands for all of them is a choice like any other.
		className={`${fieldStyle} [&_[data-placeholder]]:!text-ink`}
	>
		<SelectParts label={props.label} options={props.options} />
	</AriaSelect>
);
