export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'samtal.theme';

/** The theme chosen on this device; `system` follows the operating system. */
export const storedTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(storageKey)) ?? 'system';

/** Shows a theme and remembers it on this device. Call it with {@link storedTheme} before the first screen. */
export function applyTheme(theme: Theme): void {
	localStorage.setItem(storageKey, theme);
	if (theme === 'system') delete document.documentElement.dataset['theme'];
	else document.documentElement.dataset['theme'] = theme;
}
