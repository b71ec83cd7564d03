import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Says that Samtal does not answer at the moment, while somebody tries again. */
export function Unreachable({ onRetry }: { onRetry: () => void }) {
	const { t } = useTranslation(['shell', 'common']);
	return (
		<main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center p-6">
			<div role="status">
				<Notice
					tone="warn"
					title={t('shell:unreachable.title')}
					action={<Button onPress={onRetry}>{t('common:actions.retry')}</Button>}
				>
					<p>{t('shell:unreachable.text')}</p>
				</Notice>
			</div>
		</main>
	);
}
