import clsx from 'clsx';
import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { buttonStyle, type ButtonSize, type ButtonVariant } from './buttonStyle.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
	variant?: ButtonVariant;
	size?: ButtonSize;
	/** A lucide icon, before the words. */
	icon?: ReactNode;
	className?: string;
	children: ReactNode;
}

/** A button with words. While `isPending` it keeps its width and focus and cannot be pressed again. */
export function Button({ variant, size, icon, className, children, ...props }: ButtonProps) {
	return (
		<AriaButton {...props} className={clsx(buttonStyle(variant, size), className)}>
			{props.isPending ? <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" /> : icon}
			{children}
		</AriaButton>
	);
}
