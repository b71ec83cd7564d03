import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warn' | 'danger';

const tones: Record<Tone, string> = {
	neutral: 'bg-sunken text-muted',
	accent: 'bg-accent-soft text-accent',
	info: 'bg-info-soft text-info',
	success: 'bg-success-soft text-success',
	warn: 'bg-warn-soft text-warn',
	danger: 'bg-danger-soft text-danger',
};

/** A state in a word or two, with an icon where it helps. */
export const Badge = ({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) => (
	<span
		className={clsx(
			'inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-small font-semibold whitespace-nowrap [&_svg]:size-3.5',
			tones[tone],
		)}
	>
		{icon}
		{children}
	</span>
);
