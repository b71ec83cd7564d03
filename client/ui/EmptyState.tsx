import type { ReactNode } from 'react';

interface EmptyStateProps {
	/** A lucide icon. */
	icon: ReactNode;
	title: string;
	/** What will be here. */
	text: string;
	/** The first step. */
	action?: ReactNode;
}

export const EmptyState = ({ icon, title, text, action }: EmptyStateProps) => (
	<div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
		<span aria-hidden className="bg-sunken text-muted mb-2 grid size-14 place-items-center rounded-full [&_svg]:size-6">
			{icon}
		</span>
		<h2 className="font-semibold">{title}</h2>
		<p className="text-muted max-w-sm">{text}</p>
		{action !== undefined && <div className="mt-3">{action}</div>}
	</div>
);
