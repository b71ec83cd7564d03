import { useTranslation } from 'react-i18next';
import type { OwnVisit } from '../../../../shared/contract/ownVisit.ts';
import type { Money } from '../../../../shared/contract/scalars.ts';
import { createFormat } from '../../../lib/format.ts';
import { toLocale } from '../../../lib/locale.ts';
import { Screen } from '../Screen.tsx';

/** The visit will not take place, and what the clinic asks for. */
export function CancelledPage({ visit, fee }: { visit: OwnVisit; fee: Money | null }) {
	const { t, i18n } = useTranslation('ownVisit');
	const { money } = createFormat(toLocale(i18n.language), Temporal.Now.timeZoneId());
	return (
		<Screen clinic={visit.clinic.name} title={t('cancelled')}>
			<p className="text-title">{t('cancelledText', { name: visit.professionalName })}</p>
			{fee && <p className="text-title">{t('cancelledFee', { amount: money(fee) })}</p>}
		</Screen>
	);
}
