import clsx from 'clsx';
import type { ReactNode } from 'react';

interface ChipProps {
	isSelected: boolean;
	onPress: () => void;
	isDisabled?: boolean;
	/** For somebody who is in the middle of something else. */
	isLarge?: boolean;
	children: ReactNode;
}

/** One of several small things to take or leave with one press. */
export const Chip = ({ isSelected, onPress, isDisabled, isLarge, children }: ChipProps) => (
	<button
		type="button"
		aria-pressed={isSelected}
		disabled={isDisabled}
		onClick={onPress}
		className={clsx(
			'rounded-inner border font-medium tabular-nums',
			isLarge ? 'min-h-11 px-3.5' : 'min-h-9 px-2.5 text-small',
			isSelected ? 'border-accent bg-accent-soft text-accent' : 'border-line enabled:hover:bg-sunken',
		)}
	>
		{children}
	</button>
);
