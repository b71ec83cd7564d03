/** What one line of an invoice costs. Prices include VAT, as clients are told them. */
export interface PricedLine {
	/** A whole number from 1. */
	quantity: number;
	/** With VAT, in minor units of the invoice's currency. */
	unitMinor: number;
	/** 2400 is 24 %. */
	vatBasisPoints: number;
}

interface VatSum {
	vatBasisPoints: number;
	/** Without VAT, VAT, and both, in minor units: the first two always make the third. */
	netMinor: number;
	vatMinor: number;
	grossMinor: number;
}

interface InvoiceTotals extends Omit<VatSum, 'vatBasisPoints'> {
	/** One for each rate, the lowest first. */
	byRate: VatSum[];
}

/**
 * The sums of an invoice, in minor units. Lines are exact, as quantity and price are whole numbers. The VAT in them is
 * rounded once for each rate, on the sum of its lines, half up; what is left of that sum is net, so that no line and no
 * total is ever off by a unit. Exact while the whole is below 10^11 minor units and each rate at most 100 %.
 */
export function totalsOf(lines: readonly PricedLine[]): InvoiceTotals {
	const rates = new Map<number, number>();
	for (const line of lines) rates.set(line.vatBasisPoints, (rates.get(line.vatBasisPoints) ?? 0) + lineMinor(line));
	const byRate = [...rates]
		.toSorted(([one], [other]) => one - other)
		.map(([vatBasisPoints, grossMinor]): VatSum => {
			const vatMinor = vatWithin(grossMinor, vatBasisPoints);
			return { vatBasisPoints, netMinor: grossMinor - vatMinor, vatMinor, grossMinor };
		});
	const sum = (part: 'netMinor' | 'vatMinor' | 'grossMinor') => byRate.reduce((total, rate) => total + rate[part], 0);
	return { byRate, netMinor: sum('netMinor'), vatMinor: sum('vatMinor'), grossMinor: sum('grossMinor') };
}

/** A line's price with VAT, in minor units. */
const lineMinor = ({ quantity, unitMinor }: PricedLine): number => quantity * unitMinor;

/** gross × rate / (1 + rate), half up; in whole numbers alone, as 0.5 has no exact neighbours in floating point. */
function vatWithin(grossMinor: number, vatBasisPoints: number): number {
	const whole = 10_000 + vatBasisPoints;
	return Math.floor((2 * grossMinor * vatBasisPoints + whole) / (2 * whole));
}
