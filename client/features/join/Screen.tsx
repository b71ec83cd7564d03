import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSelect } from '../../ui/LanguageSelect.tsx';

interface ScreenProps {
	clinic?: string;
	/** Which of the four steps this is; left out beside the way. */
	step?: 1 | 2 | 3 | 4;
	title: string;
	children?: ReactNode;
}

const steps = [1, 2, 3, 4];

/** One full screen with one decision, readable at arm's length. */
export function Screen({ clinic, step, title, children }: ScreenProps) {
	const { t } = useTranslation('join');
	return (
		<div className="flex min-h-dvh flex-col">
			<header className="flex items-center justify-between gap-4 px-5 py-3">
				<span className="min-w-0 truncate font-semibold">{clinic ?? t('product')}</span>
				<LanguageSelect />
			</header>
			<main className="mx-auto flex w-full max-w-lg flex-1 flex-col gap-6 px-5 pt-6 pb-10 sm:pt-[8vh]">
				{step && (
					<div className="flex items-center gap-3">
						<span aria-hidden className="flex gap-1.5">
							{steps.map((one) => (
								<span key={one} className={`h-1.5 w-7 rounded-full ${one <= step ? 'bg-accent' : 'bg-line'}`} />
							))}
						</span>
						<span className="text-small text-muted">{t('step', { step, total: steps.length })}</span>
					</div>
				)}
				<h1 className="text-display font-semibold tracking-tight text-balance">{title}</h1>
				{children}
			</main>
		</div>
	);
}
