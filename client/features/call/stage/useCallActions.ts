import { useMemo } from 'react';
import type { CallSession } from '../session/CallSession.ts';
import type { Panel } from '../session/state.ts';

export interface CallActions {
	toggleMicrophone(): void;
	toggleCamera(): void;
	toggleShare(): void;
	toggleHand(): void;
	togglePanel(panel: Panel): void;
}

/** What buttons and keys have in common. */
export const useCallActions = (session: CallSession): CallActions =>
	useMemo(() => {
		const { media, store } = session;
		return {
			toggleMicrophone: () => media.setMicMuted(media.mediaState.mic),
			toggleCamera: () => void media.setCamera(!media.mediaState.camera),
			toggleShare: () => (media.mediaState.screen ? media.stopScreen() : void media.shareScreen()),
			toggleHand: () => void session.raiseHand(!store.getState().self?.handRaised),
			togglePanel: (panel) => session.view.showPanel(store.getState().panel === panel ? null : panel),
		};
	}, [session]);
