import { locale } from '../../../shared/contract/scalars.ts';
import { renderLetter } from '../../adapters/mail/letter.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Tokens } from '../../adapters/tokens.ts';
import type { Links, Mail, MailQueue, Translate } from '../ports.ts';

const validSeconds = 3_600;
/** More than one person can have the same address: a family's. */
const mostPages = 20;

export interface SendLinkDeps {
	db: Database;
	tokens: Tokens;
	links: Links;
	mail: MailQueue;
	translate: Translate;
}

/** Sends everybody with this e-mail address (in small letters, as all are kept) the way to their own page, one mail for each; nothing where there is nobody. */
export async function sendLink(deps: SendLinkDeps, email: string): Promise<void> {
	const clients = await deps.db.client.findMany({
		where: { email },
		select: { id: true, clinicId: true, name: true, email: true, locale: true, clinic: { select: { name: true } } },
		take: mostPages,
	});
	await deps.db.$transaction(async (tx) => {
		for (const client of clients) await deps.mail.enqueue(tx, linkMail(deps, client));
	});
}

interface Reader {
	id: string;
	clinicId: string;
	name: string;
	email: string | null;
	locale: string;
	clinic: { name: string };
}

function linkMail({ tokens, links, translate }: SendLinkDeps, { clinic, ...client }: Reader): Mail {
	const token = tokens.sign('ownPage', { clientId: client.id, clinicId: client.clinicId }, validSeconds);
	const language = locale.parse(client.locale);
	const say = (key: string) => translate(language, key, { name: client.name, clinic: clinic.name });
	return {
		...{ clinicId: client.clinicId, to: client.email ?? '' },
		subject: say('ownPage.subject'),
		...renderLetter([
			{ paragraph: say('letter.greeting') },
			{ paragraph: say('ownPage.intro') },
			{ link: `${links.ownPage}#${token}`, label: say('ownPage.open') },
			{ paragraph: `${say('ownPage.hour')}\n${say('ownPage.ignore')}` },
			{ paragraph: say('letter.regards') },
		]),
		attachments: [],
	};
}
