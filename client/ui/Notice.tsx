import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoticeTone = 'info' | 'success' | 'warn' | 'danger';

const looks = {
	info: { style: 'bg-info-soft text-info', Icon: Info },
	success: { style: 'bg-success-soft text-success', Icon: CircleCheck },
	warn: { style: 'bg-warn-soft text-warn', Icon: TriangleAlert },
	danger: { style: 'bg-danger-soft text-danger', Icon: CircleAlert },
};

interface NoticeProps {
	tone: NoticeTone;
	title?: string;
	children?: ReactNode;
	/** The way on. */
	action?: ReactNode;
}

/** Something to know, in place. Problems are read out at once. */
export function Notice({ tone, title, children, action }: NoticeProps) {
	const { style, Icon } = looks[tone];
	return (
		<div role={tone === 'danger' ? 'alert' : undefined} className={clsx('flex gap-3 rounded-box px-4 py-3', style)}>
			<Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
			<div className="text-ink min-w-0 flex-1">
				{title !== undefined && <p className="font-semibold">{title}</p>}
				{children}
				{action !== undefined && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
			</div>
		</div>
	);
}
