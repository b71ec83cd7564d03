import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/Skeleton.tsx';

/** What stands on the screen until the first page is there. */
export function Splash() {
	const { t } = useTranslation('common');
	return (
		<main className="mx-auto max-w-5xl p-6" role="status">
			<span className="sr-only">{t('state.loading')}</span>
			<Skeleton className="mb-6 h-9 w-48" />
			<Skeleton className="mb-3 h-40" />
			<Skeleton className="h-24" />
		</main>
	);
}
