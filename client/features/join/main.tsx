import { createRoot } from 'react-dom/client';
import { startI18n } from '../../lib/i18n.ts';
import { preferredLocale } from '../../lib/locale.ts';
import { applyTheme, storedTheme } from '../../lib/theme.ts';

applyTheme(storedTheme());
await startI18n(preferredLocale(), ['common', 'errors', 'join']);

const root = document.getElementById('root');
if (root) createRoot(root).render(<main />);
