import i18next from 'i18next';
import { useEffect, useState, type ReactNode } from 'react';
import type { Api } from '../../lib/api.ts';
import type { CallSession } from './session/CallSession.ts';

/** Draws the call's screen. */
type DrawStage = (props: { session: CallSession; api: Api }) => ReactNode;

/** In one place: each that imports it has to name all that comes with it. */
export const importStage = () => import('./stage/CallStage.tsx');

async function loadStage(): Promise<DrawStage> {
	const [{ CallStage }] = await Promise.all([importStage(), i18next.loadNamespaces(['call', 'tools'])]);
	return (props) => <CallStage {...props} />;
}

/**
 * The call's screen with its words, or null while they come: asked for before they are needed. NOTE: not `lazy`,
 * which shows its fallback even for code that is there, and React holds back for 300 ms what follows a fallback.
 * @throws while rendering, when the code cannot be loaded
 */
export function useStage(): DrawStage | null {
	const [loaded, setLoaded] = useState<{ draw: DrawStage } | { error: unknown } | null>(null);
	useEffect(() => {
		loadStage().then(
			(draw) => setLoaded({ draw }),
			(error: unknown) => setLoaded({ error }),
		);
	}, []);
	if (loaded && 'error' in loaded) throw loaded.error;
	return loaded && loaded.draw;
}
