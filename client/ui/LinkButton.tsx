import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { buttonStyle, type ButtonSize, type ButtonVariant } from './buttonStyle.ts';

interface LinkButtonProps {
	to: string;
	variant?: ButtonVariant;
	size?: ButtonSize;
	icon?: ReactNode;
	className?: string;
	children: ReactNode;
}

/** A link within the workstation that looks like a button. */
export const LinkButton = ({ to, variant, size, icon, className, children }: LinkButtonProps) => (
	<Link to={to} className={clsx(buttonStyle(variant, size), className)}>
		{icon}
		{children}
	</Link>
);
