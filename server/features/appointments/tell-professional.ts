import { locale } from '../../../shared/contract/scalars.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { BookingDeps } from './book.ts';
import { professionalMail } from './mails.ts';
import { isGroup, type Coming, type VisitWithPeople } from './visits.ts';

/** Tells the professional what a client did by themselves, in the professional's language and zone. */
export async function tellProfessional(
	{ mail, translate }: Pick<BookingDeps, 'mail' | 'translate'>,
	tx: Queryable,
	what: Parameters<typeof professionalMail>[0],
	visit: VisitWithPeople,
	{ client }: Pick<Coming, 'client'>,
): Promise<void> {
	const { professional, service, id: appointmentId } = visit;
	const to = { locale: locale.parse(professional.locale), timeZone: professional.timeZone };
	const reader = { name: client.name, email: client.email ?? '', locale: to.locale };
	const told = { ...visit, appointmentId, serviceName: service.name, isGroup: isGroup(visit), client: reader };
	await mail.enqueue(tx, professionalMail(what, told, to, translate));
}
