import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { isSamtalError } from '../lib/api.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Stands in for a page that threw. */
export function PageError() {
	const { t } = useTranslation(['common', 'shell']);
	const error = useRouteError();
	const reload = <Button onPress={() => location.reload()}>{t('actions.reload')}</Button>;
	return (
		<div className="mx-auto max-w-xl p-6">
			{isSamtalError(error) ? (
				<FormError error={error} action={reload} />
			) : (
				<Notice tone="danger" title={t('shell:crash.title')} action={reload}>
					{t('shell:crash.text')}
				</Notice>
			)}
		</div>
	);
}
