import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useToasts } from './toasts.ts';

const icons = { info: Info, success: CircleCheck, warn: TriangleAlert, danger: CircleAlert };

/**
 * Where toasts appear on a page: over its lower edge, beside the navigation. Not where `ToastList` has a better place for
 * them.
 */
export const Toasts = () => (
	<div className="pointer-events-none fixed inset-x-4 bottom-20 z-60 md:bottom-6 [html:has([data-toasts])_&]:hidden">
		<ToastList />
	</div>
);

/** Toasts where the page around them wants them. They are read out by `announce`, so the list itself is silent. */
export function ToastList() {
	const { t } = useTranslation('common');
	const { toasts, dismiss } = useToasts();
	return (
		<div className="flex flex-col items-center gap-2">
			{toasts.map(({ id, tone, text, action }) => {
				const Icon = icons[tone];
				return (
					<div
						key={id}
						data-toast
						className="bg-ink text-page shadow-float animate-rise pointer-events-auto flex max-w-md items-center gap-3 rounded-box py-2 pr-2 pl-4"
					>
						<Icon aria-hidden className="size-5 shrink-0" />
						<p className="flex-1">{text}</p>
						{action && (
							<Button
								className="min-h-9 rounded-inner px-2 font-semibold underline underline-offset-4"
								onPress={() => {
									dismiss(id);
									action.act();
								}}
							>
								{action.label}
							</Button>
						)}
						<Button
							aria-label={t('notification.dismiss')}
							onPress={() => dismiss(id)}
							className="grid size-9 place-items-center rounded-inner"
						>
							<X aria-hidden className="size-4" />
						</Button>
					</div>
				);
			})}
		</div>
	);
}
