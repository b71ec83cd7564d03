import '../../lib/strictZod.ts';
import { createRoot } from 'react-dom/client';
import { createApi } from '../../lib/api.ts';
import { startI18n } from '../../lib/i18n.ts';
import { preferredLocale } from '../../lib/locale.ts';
import { reloadForNewBuild } from '../../lib/newBuild.ts';
import { loadTemporal } from '../../lib/temporal.ts';
import { applyTheme, storedTheme } from '../../lib/theme.ts';
import { MyApp } from './MyApp.tsx';
import { WaitingApp } from './WaitingApp.tsx';

reloadForNewBuild();
applyTheme(storedTheme());
await Promise.all([loadTemporal(), startI18n(preferredLocale(), ['common', 'errors', 'moreErrors', 'my'])]);

// The token stands after the `#`, which browsers send to no server and write into no log.
const token = location.hash.slice(1);
const api = createApi({ fetch: fetch.bind(globalThis), ...(token !== '' && { authorization: `Bearer ${token}` }) });
// The link of a newer mail, opened in the same tab, changes only the fragment.
window.addEventListener('hashchange', () => location.reload());

const root = document.getElementById('root');
// `?waiting`: the link of a waiting list's mail, whose token opens that place alone.
const isWaiting = new URLSearchParams(location.search).has('waiting') && token !== '';
if (root) createRoot(root).render(isWaiting ? <WaitingApp api={api} /> : <MyApp api={api} hasLink={token !== ''} />);
