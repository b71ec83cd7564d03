import { locale } from '../../../../shared/contract/scalars.ts';
import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';

/** What became of a request; with the reason unless it was approved. */
export interface Decision {
	status: 'APPROVED' | 'ENDED' | 'REFUSED';
	reason?: string | undefined;
}

/** Tells whoever asked for payments what was decided, in their own language. */
export async function tellRequester(
	tx: Queryable,
	requestId: string,
	{ status, reason }: Decision,
	{ mail, translate, origin }: Pick<PaymentDeps, 'mail' | 'translate' | 'origin'>,
): Promise<void> {
	const { requestedBy: reader, clinic } = await tx.paymentAccess.findUniqueOrThrow({
		where: { id: requestId },
		include: { requestedBy: true, clinic: { include: { organisation: true } } },
	});
	const say = (key: string) =>
		translate(locale.parse(reader.locale), key, { clinic: clinic.name, name: reader.name, reason: reason ?? '' });
	await mail.enqueue(tx, {
		...{ clinicId: clinic.id, to: reader.email, attachments: [] },
		subject: say(`paymentAccess.${status}.subject`),
		...renderLetter([
			{ paragraph: say('letter.greeting') },
			{ paragraph: say(`paymentAccess.${status}.text`) },
			...(reason === undefined ? [] : [{ paragraph: say('paymentAccess.reason') }]),
			{ link: `${origin}/settings/client-payments`, label: say('paymentAccess.open') },
			{
				paragraph: translate(locale.parse(reader.locale), 'letter.regards', {
					clinic: clinic.organisation?.name ?? '',
				}),
			},
		]),
	});
}
