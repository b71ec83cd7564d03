import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { TooltipTrigger } from 'react-aria-components/Tooltip';
import { Tooltip } from '../Tooltip.tsx';

interface FormatToggleProps {
	label: string;
	isSelected: boolean;
	onToggle: () => void;
	/** A lucide icon. */
	children: ReactNode;
}

/** A button of the toolbar that stays pressed while its format holds. */
export const FormatToggle = ({ label, isSelected, onToggle, children }: FormatToggleProps) => (
	<TooltipTrigger delay={400} closeDelay={0}>
		<ToggleButton
			aria-label={label}
			isSelected={isSelected}
			onChange={onToggle}
			className="hover:bg-sunken data-selected:bg-accent-soft data-selected:text-accent grid size-9 place-items-center rounded-inner transition-colors [&_svg]:size-5"
		>
			{children}
		</ToggleButton>
		<Tooltip>{label}</Tooltip>
	</TooltipTrigger>
);
