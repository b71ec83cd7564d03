/** Where a tab remembers for which build it has reloaded itself. */
const key = 'samtal.reloadedFrom';

interface NewBuildOptions {
	/** The build that this page is of. */
	build: string;
	/** `sessionStorage` */
	storage: Pick<Storage, 'getItem' | 'setItem'>;
	reload: () => void;
}

let keptPages = false;

/** While it is wanted, no page reloads itself: whoever is in a call is asked, where something is missing. */
export const keepPage = (isWanted: boolean): void => void (keptPages = isWanted);

/**
 * What to do when a part of the page cannot be loaded: as a rule a new build has taken the place of the one that it is
 * of, and a reload brings that. Once for each build: a page that cannot be loaded either would reload for ever.
 */
export const createReload =
	({ build, storage, reload }: NewBuildOptions) =>
	(): void => {
		if (keptPages || storage.getItem(key) === build) return;
		storage.setItem(key, build);
		reload();
	};

/**
 * Vite tells of every part that cannot be loaded (https://vite.dev/guide/build#load-error-handling).
 * @param wanted the address of the page that the person is on the way to, if any
 */
export function reloadForNewBuild(wanted: () => string | undefined = () => undefined): void {
	// Its name has a hash of its content, in which stand the names of all parts, and so on.
	const build = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '';
	const open = () => {
		const address = wanted();
		if (address === undefined) location.reload();
		else location.assign(address);
	};
	const reload = createReload({ build, storage: sessionStorage, reload: open });
	window.addEventListener('vite:preloadError', reload);
}
