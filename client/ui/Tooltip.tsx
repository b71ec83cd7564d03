import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components/Tooltip';

/** The words beside a hovered or focused control; goes into a `TooltipTrigger`. */
export const Tooltip = ({ children }: { children: ReactNode }) => (
	<AriaTooltip
		offset={6}
		className="bg-ink text-page animate-appear max-w-72 rounded-inner px-2.5 py-1.5 text-small font-medium"
	>
		{children}
	</AriaTooltip>
);
