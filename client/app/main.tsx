import '../lib/strictZod.ts';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../lib/i18n.ts';
import { preferredLocale } from '../lib/locale.ts';
import { reloadForNewBuild } from '../lib/newBuild.ts';
import { loadTemporal } from '../lib/temporal.ts';
import { applyTheme, storedTheme } from '../lib/theme.ts';
import { App } from './App.tsx';

reloadForNewBuild();
applyTheme(storedTheme());
await Promise.all([loadTemporal(), startI18n(preferredLocale(), ['common', 'errors', 'shell', 'moreErrors'])]);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
