import clsx from 'clsx';
import { Ellipsis } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { useWaiting } from '../features/waiting/waitingStore.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { navigation } from './navigation.ts';

const shown = navigation.filter(({ inBar }) => inBar);
const behind = navigation.filter(({ inBar }) => !inBar);

/** The main menu at the lower edge of a phone. */
export function BottomBar() {
	const { t } = useTranslation('shell');
	const { pathname } = useLocation();
	const navigate = useNavigate();
	const waiting = useWaiting((state) => state.waiting.length);
	return (
		<nav
			aria-label={t('nav.main')}
			className="border-line bg-surface fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t pb-[env(safe-area-inset-bottom)] md:hidden"
		>
			{shown.map(({ key, to, Icon }) => (
				<NavLink key={key} to={to} end={to === '/'} className={({ isActive }) => itemStyle(isActive)}>
					<span className="relative">
						<Icon aria-hidden className="size-5" />
						{key === 'waiting' && waiting > 0 && (
							<span className="bg-accent text-on-accent absolute -top-1.5 left-3 min-w-5 rounded-full px-1 text-center text-[0.6875rem] leading-5 font-semibold">
								{waiting}
							</span>
						)}
					</span>
					<span className="max-w-full truncate">
						{t(key === 'waiting' || key === 'clients' ? `nav.short.${key}` : `nav.${key}`)}
					</span>
				</NavLink>
			))}
			<Menu
				label={t('nav.more')}
				trigger={
					<Button className={itemStyle(behind.some(({ to }) => pathname.startsWith(to)))}>
						<Ellipsis aria-hidden className="size-5" />
						{t('nav.more')}
					</Button>
				}
			>
				{behind.map(({ key, to, Icon }) => (
					<MenuItem key={key} icon={<Icon aria-hidden />} onAction={() => void navigate(to)}>
						{t(`nav.${key}`)}
					</MenuItem>
				))}
			</Menu>
		</nav>
	);
}

const itemStyle = (isActive: boolean) =>
	clsx(
		'flex min-h-16 min-w-0 flex-col items-center justify-center gap-1 px-1 text-[0.6875rem] font-medium -outline-offset-2',
		isActive ? 'text-accent' : 'text-muted',
	);
