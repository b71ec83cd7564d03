/** Card networks as people know them, by Stripe's `card.brand` (docs.stripe.com/api/payment_methods/object). */
const names = new Map([
	['amex', 'American Express'],
	['cartes_bancaires', 'Cartes Bancaires'],
	['diners', 'Diners Club'],
	['discover', 'Discover'],
	['jcb', 'JCB'],
	['mastercard', 'Mastercard'],
	['unionpay', 'UnionPay'],
	['visa', 'Visa'],
]);

/** The name to show for a network; one that is not known stays as it came. */
export const cardBrand = (brand: string): string => names.get(brand) ?? brand;
