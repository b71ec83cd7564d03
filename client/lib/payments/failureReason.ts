const explained = [
	'authentication_required',
	'card_removed',
	'expired_card',
	'insufficient_funds',
	'not_reached',
	'processing_error',
] as const;

/** Why a payment failed, as one of the reasons that the catalogue explains. What a bank keeps to itself is a plain decline. */
export const failureReason = (failureCode: string | null): (typeof explained)[number] | 'card_declined' =>
	explained.find((code) => code === failureCode) ?? 'card_declined';
