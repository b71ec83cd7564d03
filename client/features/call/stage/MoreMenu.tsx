import { Ellipsis, Hand, Keyboard, LayoutPanelTop, LayoutGrid, PhoneOff, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { BarButton } from './BarButton.tsx';
import { useCall, useSession } from './callContext.ts';
import type { CallActions } from './useCallActions.ts';

/** What has no place in the bar, and on a phone what the bar leaves out. */
export function MoreMenu({ actions, onShortcuts }: { actions: CallActions; onShortcuts: () => void }) {
	const { t } = useTranslation('call');
	const session = useSession();
	const view = useCall((state) => state.view);
	const handRaised = useCall((state) => state.self?.handRaised ?? false);
	const isHost = useCall((state) => state.self?.role === 'host');
	const waiting = useCall((state) => state.waiting.length);
	return (
		<Menu
			label={t('bar.more')}
			trigger={
				<BarButton
					icon={<Ellipsis aria-hidden />}
					label={t('bar.more')}
					mark={waiting > 0 && isPhone() ? String(waiting) : undefined}
				/>
			}
		>
			<MenuItem icon={<Users aria-hidden />} onAction={() => session.view.showPanel('people')}>
				{waiting > 0 ? t('bar.atDoor', { count: waiting }) : t('panel.people')}
			</MenuItem>
			<MenuItem icon={<Hand aria-hidden />} onAction={actions.toggleHand}>
				{t(handRaised ? 'bar.lowerHand' : 'bar.raiseHand')}
			</MenuItem>
			{view === 'grid' ? (
				<MenuItem icon={<LayoutPanelTop aria-hidden />} onAction={() => session.view.arrange('speaker')}>
					{t('view.speaker')}
				</MenuItem>
			) : (
				<MenuItem icon={<LayoutGrid aria-hidden />} onAction={() => session.view.arrange('grid')}>
					{t('view.grid')}
				</MenuItem>
			)}
			<MenuItem icon={<Keyboard aria-hidden />} onAction={onShortcuts}>
				{t('shortcuts.title')}
			</MenuItem>
			{isHost && (
				<MenuItem icon={<PhoneOff aria-hidden />} tone="danger" onAction={() => void session.endForAll()}>
					{t('leave.endForAll')}
				</MenuItem>
			)}
		</Menu>
	);
}

/** Where the people's own button is hidden (Tailwind's `sm`). */
const isPhone = (): boolean => matchMedia('(width < 40rem)').matches;
