import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../lib/paths.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';

export function NotFound() {
	const { t } = useTranslation('shell');
	return (
		<EmptyState
			icon={<Compass />}
			title={t('notFound.title')}
			text={t('notFound.text')}
			action={<LinkButton to={paths.today}>{t('notFound.home')}</LinkButton>}
		/>
	);
}
