import { useSyncExternalStore } from 'react';

/** Where a week, or a table, has room. */
export const wideScreen = '(min-width: 48rem)';

const subscribe = (onChange: () => void) => {
	const query = matchMedia(wideScreen);
	query.addEventListener('change', onChange);
	return () => query.removeEventListener('change', onChange);
};

/** Whether the page is that wide now. */
export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(wideScreen).matches);
