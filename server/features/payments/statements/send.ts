import { locale, type Locale } from '../../../../shared/contract/scalars.ts';
import type { Statement } from '../../../../shared/contract/statements.ts';
import { renderLetter } from '../../../adapters/mail/letter.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { PaymentDeps } from '../deps.ts';
import { findUnsent } from './moves.ts';
import { statementsFor } from './read.ts';

type SendDeps = Pick<PaymentDeps, 'database' | 'mail' | 'now' | 'origin' | 'translate'>;

/** Writes to the managers of each clinic what was collected for it in the month that is over; to be run every hour. */
export async function sendStatements(deps: SendDeps): Promise<void> {
	for (const { clinicId, month } of await findUnsent(deps.database, deps.now())) await send(clinicId, month, deps);
}

async function send(clinicId: string, month: string, deps: SendDeps): Promise<void> {
	const { database, mail, now, origin, translate } = deps;
	const statements = (await statementsFor(clinicId, deps)).filter(
		(statement) => statement.clinic.id === clinicId && statement.month === month,
	);
	const managers = await database.member.findMany({ where: { clinicId, role: 'MANAGER' } });
	await database.$transaction(async (tx) => {
		const { count } = await tx.statementMail.createMany({
			data: [{ clinicId, month, sentAt: now() }],
			skipDuplicates: true,
		});
		if (count === 0) return;
		for (const { email, name, ...manager } of managers) {
			const language = locale.parse(manager.locale);
			const say = (key: string, words = {}) => translate(language, key, words);
			const told = statements.map((statement) => wordsOf(statement, language));
			const [first] = told;
			if (!first) continue;
			await mail.enqueue(tx, {
				...{ clinicId, to: email, attachments: [] },
				subject: say('statement.mail.subject', first),
				...renderLetter([
					{ paragraph: say('letter.greeting', { name }) },
					...told.map((words) => ({ paragraph: say(`statement.mail.${words.kind}`, words) })),
					{ link: `${origin}/payments/payouts`, label: say('statement.mail.open') },
					{ paragraph: say('letter.regards', { clinic: first.collector }) },
				]),
			});
		}
	});
}

function wordsOf({ clinic, collector, currency, month, payableMinor, payableOn }: Statement, language: Locale) {
	const bcp47 = language === 'en' ? 'en-GB' : language;
	const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
	return {
		kind: payableMinor > 0 ? 'text' : 'nothing',
		...{
			clinic: clinic.name,
			collector: collector.name,
			amount: moneyWords({ amountMinor: payableMinor, currency }, language),
		},
		month: first.toLocaleString(bcp47, { month: 'long', year: 'numeric' }),
		day: Temporal.PlainDate.from(payableOn).toLocaleString(bcp47, { dateStyle: 'long' }),
	};
}
