import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const variants: Record<ButtonVariant, string> = {
	primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
	secondary: 'border-edge bg-surface text-ink hover:bg-sunken',
	quiet: 'border-transparent bg-transparent text-ink hover:bg-sunken',
	danger: 'border-transparent bg-danger text-on-danger hover:bg-danger-strong',
};

const sizes: Record<ButtonSize, string> = {
	small: 'min-h-9 px-3 text-small',
	medium: 'min-h-11 px-4 text-body',
	large: 'min-h-13 px-6 text-body',
};

/** The look of a button, also for links that look like one. */
export const buttonStyle = (variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string =>
	clsx(
		'inline-flex items-center justify-center gap-2 rounded-box border font-semibold no-underline select-none',
		'transition-colors data-disabled:opacity-50 data-pending:opacity-80 [&_svg]:size-5 [&_svg]:shrink-0',
		variants[variant],
		sizes[size],
	);
