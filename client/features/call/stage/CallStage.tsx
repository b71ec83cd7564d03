import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Api } from '../../../lib/api.ts';
import { ToastList } from '../../../ui/Toasts.tsx';
import type { CallSession } from '../session/CallSession.ts';
import { ToolsProvider } from '../tools/context.tsx';
import { ToolCards } from '../tools/ToolCards.tsx';
import { ApiContext } from './callApi.ts';
import { SessionContext } from './callContext.ts';
import { ControlBar } from './ControlBar.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { Notices } from './Notices.tsx';
import { PartBoundary } from './PartBoundary.tsx';
import { PeerSounds } from './PeerSounds.tsx';
import type { Shortcut } from './shortcuts.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StageHeader } from './StageHeader.tsx';
import { Tiles } from './Tiles.tsx';
import { useCallActions } from './useCallActions.ts';
import { useDarkPage } from './useDarkPage.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useSize } from './useSize.ts';

/** What a client is asked to pay when the call is over. */
export const loadPaymentsAfterCall = () => import('../tools/payments/PaymentsAfterCall.tsx');
export const loadPayBeforeCall = () => import('../tools/payments/PayBeforeCall.tsx');

/** The call itself: everybody's pictures and sounds, the bar below, the panel beside. */
export function CallStage({ session, api }: { session: CallSession; api: Api }) {
	const { t } = useTranslation('call');
	const panel = useStore(session.store, (state) => state.panel);
	const entered = useStore(session.store, (state) => state.self !== null);
	const [cardsWanted, setCardsWanted] = useState(false);
	useEffect(() => {
		// Pictures first: the cards' code and data come when the room stands.
		if (entered) startTransition(() => setCardsWanted(true));
	}, [entered]);
	const cards = useRef<HTMLDivElement>(null);
	const { height: cardsHeight } = useSize(cards);
	const [question, setQuestion] = useState<'leave' | 'shortcuts' | null>(null);
	const actions = useCallActions(session);
	useDarkPage();

	const leave = () => {
		// Only the one other would be left alone; a group goes on.
		if (session.store.getState().peers.length === 1) setQuestion('leave');
		else void session.leave();
	};
	const run = useCallback(
		(shortcut: Shortcut) => {
			const acts: Record<Shortcut, () => void> = {
				microphone: actions.toggleMicrophone,
				camera: actions.toggleCamera,
				share: actions.toggleShare,
				hand: actions.toggleHand,
				chat: () => actions.togglePanel('chat'),
				tools: () => actions.togglePanel('tools'),
				people: () => actions.togglePanel('people'),
				leave: () => setQuestion('leave'),
				sheet: () => setQuestion('shortcuts'),
			};
			acts[shortcut]();
		},
		[actions],
	);
	useShortcuts(run);

	return (
		<SessionContext value={session}>
			<ApiContext value={api}>
				<ToolsProvider api={api} store={session.store} onToolChanged={session.onToolChanged}>
					<main className="stage bg-stage text-stage-ink fixed inset-0 flex flex-col" aria-label={t('stage')}>
						<StageHeader />
						<div className="relative flex min-h-0 flex-1">
							<div className="relative flex min-w-0 flex-1">
								<Tiles keepFreeBelow={cardsHeight} />
								<div
									data-toasts
									className="pointer-events-none absolute inset-x-3 top-3 z-20 flex flex-col items-center gap-2"
								>
									<Notices />
									<ToastList />
								</div>
								<div ref={cards} className="pointer-events-none absolute inset-x-3 bottom-4 z-20">
									{cardsWanted && (
										<PartBoundary fallback={null}>
											<ToolCards />
										</PartBoundary>
									)}
								</div>
							</div>
							{panel && <SidePanel panel={panel} />}
						</div>
						<ControlBar actions={actions} onLeave={leave} onShortcuts={() => setQuestion('shortcuts')} />
						<PeerSounds />
					</main>
					<LeaveDialog isOpen={question === 'leave'} onClose={() => setQuestion(null)} />
					<ShortcutSheet isOpen={question === 'shortcuts'} onClose={() => setQuestion(null)} />
				</ToolsProvider>
			</ApiContext>
		</SessionContext>
	);
}
