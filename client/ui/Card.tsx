import clsx from 'clsx';
import type { HTMLAttributes } from 'react';

/** A surface with a thin border. */
export const Card = ({ className, ...props }: HTMLAttributes<HTMLElement>) => (
	<section {...props} className={clsx('bg-surface border-line rounded-box border p-5', className)} />
);
