import '../../lib/strictZod.ts';
import i18next from 'i18next';
import { createRoot } from 'react-dom/client';
import { createApi } from '../../lib/api.ts';
import { startI18n } from '../../lib/i18n.ts';
import { preferredLocale } from '../../lib/locale.ts';
import { reloadForNewBuild } from '../../lib/newBuild.ts';
import { loadTemporal } from '../../lib/temporal.ts';
import { applyTheme, storedTheme } from '../../lib/theme.ts';
import { LocalMedia } from '../call/session/LocalMedia.ts';
import { JoinApp } from './JoinApp.tsx';

reloadForNewBuild();
applyTheme(storedTheme());
/** The confirmation's second link: to move or to cancel the visit, not to enter it. */
const isToChange = location.search === '?change';
await Promise.all([loadTemporal(), startI18n(preferredLocale(), ['common', 'errors', 'join'])]);

// The token stands after the `#`, which browsers send to no server and write into no log.
const api = createApi({ fetch: fetch.bind(globalThis), authorization: `Bearer ${location.hash.slice(1)}` });
// Another link opened in the same tab changes only the fragment.
window.addEventListener('hashchange', () => location.reload());

async function page() {
	if (!isToChange) return <JoinApp api={api} media={new LocalMedia(navigator.mediaDevices, localStorage)} />;
	const texts = i18next.loadNamespaces(['ownVisit', 'moreErrors']);
	const [{ OwnVisitApp }] = await Promise.all([import('./own/OwnVisitApp.tsx'), texts]);
	return <OwnVisitApp api={api} />;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(await page());
