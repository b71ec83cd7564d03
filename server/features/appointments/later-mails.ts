import { z } from 'zod';
import { locale } from '../../../shared/contract/scalars.ts';
import type { LaterMail, Links, MakeLetter, Translate } from '../ports.ts';
import { bookedMail, newVisitMail, type VisitToTell } from './mails.ts';

const visit = z.object({
	...{ appointmentId: z.string(), startsAt: z.coerce.date(), endsAt: z.coerce.date(), sequence: z.number() },
	...{ serviceName: z.string(), isGroup: z.boolean() },
	office: z.object({ name: z.string(), kind: z.enum(['VIDEO', 'PHYSICAL']) }),
	professional: z.object({ name: z.string(), email: z.string() }),
	clinic: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
	client: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable(), locale }),
});

/** What the letters about a new visit say, as a message keeps it. */
const keptLetter = z.discriminatedUnion('to', [
	z.object({
		...{ to: z.literal('client'), visit, writtenAt: z.coerce.date() },
		link: z.object({ attendeeId: z.string(), version: z.number() }),
	}),
	z.object({
		...{ to: z.literal('professional'), visit, writtenAt: z.coerce.date() },
		reader: z.object({ locale, timeZone: z.string() }),
	}),
]);
type KeptLetter<To> = Extract<z.output<typeof keptLetter>, { to: To }>;
type Told = VisitToTell & { client: { phone: string | null } };

/** The confirmation of a new visit for its client; `link`: which one of theirs leads to it. */
export function bookedLater(told: Told, link: KeptLetter<'client'>['link'], writtenAt: Date): LaterMail {
	const letter: KeptLetter<'client'> = { to: 'client', visit: factsOf(told), link, writtenAt };
	return { clinicId: told.clinic.id, to: told.client.email, letter };
}

/** Tells the professional of a visit that its client booked, in their own language and on their own clock. */
export function newVisitLater(
	told: Told,
	{ locale: language, timeZone }: KeptLetter<'professional'>['reader'],
	writtenAt: Date,
): LaterMail {
	const reader = { locale: language, timeZone };
	const letter: KeptLetter<'professional'> = { to: 'professional', visit: factsOf(told), reader, writtenAt };
	return { clinicId: told.clinic.id, to: told.professional.email, letter };
}

/** Writes the letters that were put off. */
export const createMakeLetter =
	({ links, translate }: { links: Pick<Links, 'own'>; translate: Translate }): MakeLetter =>
	(kept) => {
		const letter = keptLetter.parse(kept);
		if (letter.to === 'professional') return newVisitMail(letter.visit, letter.reader, translate, letter.writtenAt);
		const { attendeeId, version } = letter.link;
		return bookedMail(letter.visit, links.own(attendeeId, version), translate, letter.writtenAt);
	};

/** The letter waits in the queue: nothing else of anybody's records goes along. */
const factsOf = ({ office, professional, clinic, client, ...told }: Told): z.output<typeof visit> => ({
	...{ appointmentId: told.appointmentId, startsAt: told.startsAt, endsAt: told.endsAt, sequence: told.sequence },
	...{ serviceName: told.serviceName, isGroup: told.isGroup },
	office: { name: office.name, kind: office.kind },
	professional: { name: professional.name, email: professional.email },
	clinic: { id: clinic.id, name: clinic.name, timeZone: clinic.timeZone },
	client: { name: client.name, email: client.email, phone: client.phone, locale: client.locale },
});
