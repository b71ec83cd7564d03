import { useTranslation } from 'react-i18next';
import type { OwnVisit } from '../../../../shared/contract/ownVisit.ts';
import { createFormat } from '../../../lib/format.ts';
import { toLocale } from '../../../lib/locale.ts';

/** The professional's rule for free cancellation, whether now is inside it, and what it costs after that. */
export function FreeUntil({ visit: { freeUntil, isFree, lateFee } }: { visit: OwnVisit }) {
	const { t, i18n } = useTranslation('ownVisit');
	if (freeUntil === null) return <p>{t('noRule')}</p>;
	const format = createFormat(toLocale(i18n.language), Temporal.Now.timeZoneId());
	const words = { when: format.dateTime(freeUntil), amount: lateFee && format.money(lateFee) };
	if (isFree) return <p>{t(lateFee ? 'freeThenFee' : 'free', words)}</p>;
	return <p className="text-danger font-medium">{t(lateFee ? 'feeNow' : 'notFree', words)}</p>;
}
