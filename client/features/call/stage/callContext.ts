import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CallSession } from '../session/CallSession.ts';
import type { LocalMediaState } from '../session/LocalMedia.ts';
import type { CallState } from '../session/state.ts';

/** The session that everything on the stage belongs to. */
export const SessionContext = createContext<CallSession | null>(null);

export function useSession(): CallSession {
	const session = useContext(SessionContext);
	if (!session) throw new Error('This stands outside the call stage.');
	return session;
}

/** A part of the call's state; renders again when that part changes. */
export const useCall = <T>(select: (state: CallState) => T): T => useStore(useSession().store, select);

/** A part of our own devices' state. */
export const useMedia = <T>(select: (state: LocalMediaState) => T): T => useStore(useSession().media.store, select);
