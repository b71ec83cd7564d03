import clsx from 'clsx';

/** The shape of what is being loaded; give it the size of the real thing by `className`. */
export const Skeleton = ({ className }: { className?: string }) => (
	<div aria-hidden className={clsx('bg-sunken animate-breathe rounded-inner motion-reduce:animate-none', className)} />
);
