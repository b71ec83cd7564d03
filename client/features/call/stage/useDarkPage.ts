import { useLayoutEffect } from 'react';

/** The call is dark in every theme: menus and dialogs, which stand outside the stage, follow it meanwhile. */
export function useDarkPage(): void {
	useLayoutEffect(() => {
		const { dataset } = document.documentElement;
		const before = dataset['theme'];
		dataset['theme'] = 'dark';
		return () => {
			if (before === undefined) delete dataset['theme'];
			else dataset['theme'] = before;
		};
	}, []);
}
