import { useEffect, type ReactNode } from 'react';

interface PageHeaderProps {
	title: string;
	/** A quiet line below, e.g. the date. */
	detail?: ReactNode;
	actions?: ReactNode;
}

/** A page's one heading; also names the browser tab. */
export function PageHeader({ title, detail, actions }: PageHeaderProps) {
	useEffect(() => {
		document.title = `${title} · Samtal`;
	}, [title]);
	return (
		<header className="mb-6 flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
			<div className="min-w-0">
				<h1 className="text-display font-semibold tracking-tight">{title}</h1>
				{detail !== undefined && <p className="text-muted mt-0.5">{detail}</p>}
			</div>
			{actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
		</header>
	);
}
