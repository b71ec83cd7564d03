import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSelect } from './LanguageSelect.tsx';

/** One screen for clients without an account: the clinic above, what it is about below. */
export function PublicPage({ clinic, children }: { clinic?: string; children: ReactNode }) {
	const { t } = useTranslation('common');
	return (
		<div className="flex min-h-dvh flex-col">
			<header className="mx-auto flex w-full max-w-3xl items-center justify-between gap-4 px-5 py-3">
				<span className="min-w-0 truncate font-semibold">{clinic ?? t('product')}</span>
				<LanguageSelect />
			</header>
			<main className="mx-auto flex w-full max-w-3xl flex-1 flex-col gap-6 px-5 pt-4 pb-16 sm:pt-8">{children}</main>
		</div>
	);
}
