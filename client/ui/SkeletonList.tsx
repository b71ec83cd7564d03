import { useTranslation } from 'react-i18next';
import { Skeleton } from './Skeleton.tsx';

/** A list that is being loaded, said to screen readers once. */
export function SkeletonList({ rows, rowClassName = 'h-16' }: { rows: number; rowClassName?: string }) {
	const { t } = useTranslation('common');
	return (
		<div role="status" className="flex flex-col gap-3">
			<span className="sr-only">{t('state.loading')}</span>
			{Array.from({ length: rows }, (_, index) => (
				<Skeleton key={index} className={rowClassName} />
			))}
		</div>
	);
}
