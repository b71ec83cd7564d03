import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useWaiting } from '../features/waiting/waitingStore.ts';
import { Logo } from '../ui/Logo.tsx';
import { navigation } from './navigation.ts';

/** The main menu at the left of a wide screen. */
export function Rail() {
	const { t } = useTranslation(['shell', 'common']);
	const waiting = useWaiting((state) => state.waiting.length);
	return (
		<nav
			aria-label={t('nav.main')}
			className="border-line bg-surface sticky top-0 hidden h-dvh w-56 flex-col gap-1 border-r px-3 pb-4 md:flex lg:w-60"
		>
			<div className="flex h-16 items-center gap-2.5 px-3">
				<Logo className="size-8" />
				<span className="text-title font-semibold tracking-tight">{t('common:product')}</span>
			</div>
			{navigation.map(({ key, to, Icon }) => (
				<NavLink
					key={key}
					to={to}
					end={to === '/'}
					className={({ isActive }) =>
						clsx(
							'flex min-h-11 items-center gap-3 rounded-box px-3 font-medium transition-colors',
							isActive ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken hover:text-ink',
						)
					}
				>
					<Icon aria-hidden className="size-5" />
					{t(`nav.${key}`)}
					{key === 'waiting' && waiting > 0 && (
						<span className="bg-accent text-on-accent ml-auto min-w-6 rounded-full px-1.5 text-center text-small font-semibold">
							{waiting}
						</span>
					)}
				</NavLink>
			))}
		</nav>
	);
}
