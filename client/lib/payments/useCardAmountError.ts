import { useTranslation } from 'react-i18next';
import type { Currency } from '../../../shared/contract/scalars.ts';
import { cardLimits, isCardAmount } from '../../../shared/domain/payments/cardAmount.ts';
import { useFormat } from '../useFormat.ts';

/** Why no card can pay an amount (minor units), for the field where it is typed; nothing for one that it can, or none yet. */
export function useCardAmountError(amountMinor: number | null, currency: Currency): string | undefined {
	const { t } = useTranslation('moreErrors');
	const format = useFormat();
	if (!amountMinor || isCardAmount({ amountMinor, currency })) return undefined;
	const { leastMinor, mostMinor } = cardLimits(currency);
	const words = (limitMinor: number) => format.money({ amountMinor: limitMinor, currency });
	return t('cardLimits', { least: words(leastMinor), most: words(mostMinor) });
}
