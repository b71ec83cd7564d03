import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';

interface BarButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
	icon: ReactNode;
	/** Its name, for screen readers. */
	label: string;
	/** The word under the icon at wide sizes, where the name would be too long. */
	word?: string;
	/** `off`: a device that sends nothing, to be seen at a glance. `on`: something that is going on or open. */
	look?: 'plain' | 'on' | 'off' | 'leave';
	/** A number or a dot that something new came. */
	mark?: string | undefined;
	className?: string;
}

const looks = {
	plain: 'bg-stage-raised text-stage-ink hover:bg-stage-line',
	on: 'bg-accent text-on-accent hover:bg-accent-strong',
	off: 'bg-stage-ink text-stage hover:bg-stage-muted',
	leave: 'bg-stage-danger text-stage-ink hover:bg-danger-strong',
};

/** One button of the bottom bar: an icon, with its word below where there is room. */
export function BarButton({ icon, label, word = label, look = 'plain', mark, className, ...props }: BarButtonProps) {
	return (
		<Button
			{...props}
			aria-label={label}
			className={clsx('group flex flex-col items-center gap-1 rounded-box', className)}
		>
			<span
				className={clsx(
					'relative grid h-12 w-12 place-items-center rounded-box transition-colors lg:w-14 [&>svg]:size-5.5',
					looks[look],
				)}
			>
				{icon}
				{mark !== undefined && (
					<span className="bg-accent text-on-accent absolute -top-1.5 -right-1.5 grid h-5 min-w-5 place-items-center rounded-full px-1 text-[0.6875rem] leading-none font-bold">
						{mark}
					</span>
				)}
			</span>
			<span aria-hidden className="text-stage-muted hidden max-w-20 truncate text-[0.6875rem] leading-4 lg:block">
				{word}
			</span>
		</Button>
	);
}
