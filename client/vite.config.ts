import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Two pages: the professional's workstation, and the client's way into a visit, which stays small. */
export default defineConfig({
	root: import.meta.dirname,
	plugins: [react(), tailwindcss()],
	build: {
		outDir: resolve(import.meta.dirname, '../dist/client'),
		emptyOutDir: true,
		target: 'esnext',
		manifest: true,
		// The content security policy has no `data:` for scripts and fonts.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			input: {
				index: resolve(import.meta.dirname, 'index.html'),
				join: resolve(import.meta.dirname, 'join.html'),
			},
		},
	},
});
