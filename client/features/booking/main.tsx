import '../../lib/strictZod.ts';
import { createRoot } from 'react-dom/client';
import { createApi } from '../../lib/api.ts';
import { startI18n } from '../../lib/i18n.ts';
import { preferredLocale } from '../../lib/locale.ts';
import { reloadForNewBuild } from '../../lib/newBuild.ts';
import { loadTemporal } from '../../lib/temporal.ts';
import { applyTheme, storedTheme } from '../../lib/theme.ts';
import { BookingApp } from './BookingApp.tsx';
import { createTimeHold } from './timeHold.ts';

reloadForNewBuild();
applyTheme(storedTheme());
await Promise.all([loadTemporal(), startI18n(preferredLocale(), ['common', 'errors', 'moreErrors', 'booking'])]);

// `/book/<slug>`; one that is none is answered like one that is not there.
const slug = decodeURIComponent(location.pathname.split('/')[2] ?? '').toLowerCase();
const api = createApi({ fetch: fetch.bind(globalThis) });
const timeHold = createTimeHold(createApi({ fetch: (to, init) => fetch(to, { ...init, keepalive: true }) }), slug);
window.addEventListener('pagehide', () => timeHold.release());

const root = document.getElementById('root');
if (root) createRoot(root).render(<BookingApp api={api} slug={slug} timeHold={timeHold} />);
