import clsx from 'clsx';
import type { ReactNode } from 'react';

interface ChipProps {
	isSelected: boolean;
	onPress: () => void;
	isDisabled?: boolean;
	/** Its name for screen readers, where the words are short. */
	label?: string;
	children: ReactNode;
}

/** One of several small things to take or leave with one press. */
export const Chip = ({ isSelected, onPress, isDisabled, label, children }: ChipProps) => (
	<button
		type="button"
		aria-pressed={isSelected}
		aria-label={label}
		disabled={isDisabled}
		onClick={onPress}
		className={clsx(
			'min-h-9 rounded-inner border px-2.5 text-small font-medium tabular-nums',
			isSelected ? 'border-accent bg-accent-soft text-accent' : 'border-line enabled:hover:bg-sunken',
		)}
	>
		{children}
	</button>
);
