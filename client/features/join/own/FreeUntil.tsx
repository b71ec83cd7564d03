import { useTranslation } from 'react-i18next';
import type { OwnVisit } from '../../../../shared/contract/ownVisit.ts';
import { createFormat } from '../../../lib/format.ts';
import { toLocale } from '../../../lib/locale.ts';

/** The professional's rule for free cancellation, and whether now is inside it. */
export function FreeUntil({ visit: { freeUntil, isFree } }: { visit: OwnVisit }) {
	const { t, i18n } = useTranslation('ownVisit');
	if (freeUntil === null) return <p>{t('noRule')}</p>;
	const when = createFormat(toLocale(i18n.language), Temporal.Now.timeZoneId()).dateTime(freeUntil);
	return isFree ? <p>{t('free', { when })}</p> : <p className="text-danger font-medium">{t('notFree', { when })}</p>;
}
