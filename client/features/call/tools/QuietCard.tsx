import { X, type LucideIcon } from 'lucide-react';
import { useEffect, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { IconButton } from '../../../ui/IconButton.tsx';

interface QuietCardProps {
	icon: LucideIcon;
	title: string;
	text: string;
	/** The one main button. */
	action?: ReactNode;
	/** What there is to choose from, below the words. */
	children?: ReactNode;
	/** Puts it away undone; what it spoke of stays in the panel. */
	onDismiss?: () => void;
}

/** A card over the lower edge of the stage. It is read out when it comes, and takes no focus. */
export function QuietCard({ icon: Icon, title, text, action, children, onDismiss }: QuietCardProps) {
	const { t } = useTranslation('tools');
	const titleId = useId();
	useEffect(() => announce(`${title}. ${text}`), [title, text]);
	return (
		<section
			aria-labelledby={titleId}
			className="bg-surface border-line text-ink shadow-float animate-rise pointer-events-auto flex w-full max-w-xl flex-wrap items-center gap-x-3 gap-y-2 rounded-box border px-4 py-3"
		>
			<span aria-hidden className="bg-accent-soft text-accent grid size-11 shrink-0 place-items-center rounded-box">
				<Icon className="size-5" />
			</span>
			<div className="min-w-40 flex-1">
				<h2 id={titleId} className="font-semibold">
					{title}
				</h2>
				<p className="text-muted text-small">{text}</p>
			</div>
			<div className="flex items-center gap-1 max-sm:flex-1 max-sm:[&>:first-child]:flex-1">
				{action}
				{onDismiss && (
					<IconButton label={t('panel.dismiss')} onPress={onDismiss}>
						<X aria-hidden />
					</IconButton>
				)}
			</div>
			{children !== undefined && <div className="basis-full">{children}</div>}
		</section>
	);
}
