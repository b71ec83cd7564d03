import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PublicPage } from '../../ui/PublicPage.tsx';

/** Where the payment service's own page leads once it was paid: the tab in which that began has the rest. */
export function DonePage() {
	const { t } = useTranslation('checkout');
	return (
		<PublicPage>
			<CircleCheck aria-hidden className="text-success size-12" />
			<h1 className="text-display font-semibold tracking-tight">{t('done.title')}</h1>
			<p className="text-title">{t('done.text')}</p>
		</PublicPage>
	);
}
