import '../lib/strictZod.ts';
import { createRoot } from 'react-dom/client';
import { createPath, type DataRouter } from 'react-router';
import { startI18n } from '../lib/i18n.ts';
import { preferredLocale } from '../lib/locale.ts';
import { reloadForNewBuild } from '../lib/newBuild.ts';
import { loadTemporal } from '../lib/temporal.ts';
import { applyTheme, storedTheme } from '../lib/theme.ts';
import { App } from './App.tsx';
import { createRouter } from './router.tsx';

/** Made when the words are there. */
const app: { router?: DataRouter } = {};
reloadForNewBuild(() => {
	const wanted = app.router?.state.navigation.location;
	return wanted && createPath(wanted);
});
applyTheme(storedTheme());
await Promise.all([loadTemporal(), startI18n(preferredLocale(), ['common', 'errors', 'shell', 'moreErrors'])]);

const root = document.getElementById('root');
const router = createRouter();
app.router = router;
if (root) createRoot(root).render(<App router={router} />);
