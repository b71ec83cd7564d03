import { useTranslation } from 'react-i18next';
import { buttonStyle } from './buttonStyle.ts';
import { PublicPage } from './PublicPage.tsx';

interface PublicProblemProps {
	title: string;
	text: string;
	/** Left out where trying again cannot help. */
	onRetry?: (() => void) | undefined;
}

/** In place of a page for clients that cannot be shown: why, and the way on where there is one. */
export function PublicProblem({ title, text, onRetry }: PublicProblemProps) {
	const { t } = useTranslation('common');
	return (
		<PublicPage>
			<h1 className="text-display font-semibold tracking-tight">{title}</h1>
			<p>{text}</p>
			{onRetry && (
				<button type="button" className={buttonStyle('primary', 'large')} onClick={onRetry}>
					{t('actions.retry')}
				</button>
			)}
		</PublicPage>
	);
}
