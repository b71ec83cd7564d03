import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { TooltipTrigger } from 'react-aria-components/Tooltip';
import { buttonStyle, type ButtonVariant } from './buttonStyle.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
	/** What it does: its name for screen readers, and the tooltip. */
	label: string;
	variant?: ButtonVariant;
	className?: string;
	children: ReactNode;
}

/** A square button with an icon only. */
export function IconButton({ label, variant = 'quiet', className, children, ...props }: IconButtonProps) {
	return (
		<TooltipTrigger delay={400} closeDelay={0}>
			<AriaButton
				{...props}
				aria-label={label}
				className={clsx(buttonStyle(variant), 'size-11 shrink-0 !px-0', className)}
			>
				{children}
			</AriaButton>
			<Tooltip>{label}</Tooltip>
		</TooltipTrigger>
	);
}
