import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { PublicPage } from '../../ui/PublicPage.tsx';
import type { Loaded } from './useLoaded.ts';

interface LoadedPageProps<T> {
	place: Loaded<T>;
	readAgain: () => void;
	children: (page: T) => ReactNode;
}

/** A page that is read first: meanwhile that is said, and when it cannot be, why. */
export function LoadedPage<T>({ place, readAgain, children }: LoadedPageProps<T>) {
	const { t } = useTranslation('my');
	const errorText = useErrorText();
	switch (place.at) {
		case 'loading':
			return (
				<PublicPage>
					<p role="status" className="text-muted">
						{t('loading')}
					</p>
				</PublicPage>
			);
		case 'problem':
			return (
				<PublicPage>
					<h1 className="text-display font-semibold tracking-tight">{t('problem')}</h1>
					<p>{errorText(place.error)}</p>
					<button type="button" className={buttonStyle('primary', 'large')} onClick={readAgain}>
						{t('actions.retry', { ns: 'common' })}
					</button>
				</PublicPage>
			);
		case 'page':
			return children(place.page);
	}
}
