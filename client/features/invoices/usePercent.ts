import { numberLocale } from '../../lib/format.ts';
import { useFormat } from '../../lib/useFormat.ts';

/** Writes a rate of VAT, in basis points, as the reader's language does: 2400 as 24%. */
export function usePercent(): (basisPoints: number) => string {
	const { locale } = useFormat();
	const style = new Intl.NumberFormat(numberLocale[locale], { style: 'percent', maximumFractionDigits: 2 });
	return (basisPoints) => style.format(basisPoints / 10_000);
}
