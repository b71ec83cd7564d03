import '../../lib/strictZod.ts';
import { createRoot } from 'react-dom/client';
import { createApi } from '../../lib/api.ts';
import { startI18n } from '../../lib/i18n.ts';
import { preferredLocale } from '../../lib/locale.ts';
import { reloadForNewBuild } from '../../lib/newBuild.ts';
import { loadTemporal } from '../../lib/temporal.ts';
import { applyTheme, storedTheme } from '../../lib/theme.ts';
import { DonePage } from './DonePage.tsx';
import { PayApp } from './PayApp.tsx';

reloadForNewBuild();
applyTheme(storedTheme());
const texts = ['checkout', 'common', 'errors', 'moreErrors', 'pay', 'refunds', 'tools'] as const;
await Promise.all([loadTemporal(), startI18n(preferredLocale(), texts)]);

// The token stands after the `#`, which browsers send to no server and write into no log.
const api = createApi({ fetch: fetch.bind(globalThis), authorization: `Bearer ${location.hash.slice(1)}` });
// The link of a newer mail, opened in the same tab, changes only the fragment.
window.addEventListener('hashchange', () => location.reload());

const root = document.getElementById('root');
const isDone = location.search === '?done';
if (root) createRoot(root).render(isDone ? <DonePage /> : <PayApp api={api} />);
