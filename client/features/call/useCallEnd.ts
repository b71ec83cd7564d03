import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { CallSession } from './session/CallSession.ts';
import type { CallState } from './session/state.ts';

/** How far a call has come, and how it ended once it did. */
export const useCallEnd = (session: CallSession): Pick<CallState, 'phase' | 'end'> =>
	useStore(
		session.store,
		useShallow(({ phase, end }) => ({ phase, end })),
	);
