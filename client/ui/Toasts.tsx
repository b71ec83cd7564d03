import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useToasts } from './toasts.ts';

const icons = { info: Info, success: CircleCheck, warn: TriangleAlert, danger: CircleAlert };

/** Where toasts appear; once per page. They are read out by `announce`, so the list itself is silent. */
export function Toasts() {
	const { t } = useTranslation('common');
	const { toasts, dismiss } = useToasts();
	return (
		<div className="pointer-events-none fixed inset-x-4 bottom-20 z-60 flex flex-col items-center gap-2 md:bottom-6">
			{toasts.map(({ id, tone, text, action }) => {
				const Icon = icons[tone];
				return (
					<div
						key={id}
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
