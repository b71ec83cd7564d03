import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/useErrorText.ts';
import { PublicLoading } from '../../ui/PublicLoading.tsx';
import { PublicProblem } from '../../ui/PublicProblem.tsx';
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
			return <PublicLoading text={t('loading')} />;
		case 'problem':
			return <PublicProblem title={t('problem')} text={errorText(place.error)} onRetry={readAgain} />;
		case 'page':
			return children(place.page);
	}
}
