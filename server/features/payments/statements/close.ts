import { locale, type Locale } from '../../../../shared/contract/scalars.ts';
import type { Statement } from '../../../../shared/contract/statements.ts';
import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { PaymentDeps } from '../deps.ts';
import { readEntries, type Entry } from './entries.ts';
import { listCollected } from './moves.ts';

type CloseDeps = Pick<PaymentDeps, 'database' | 'mail' | 'newId' | 'now' | 'origin' | 'translate'>;

/**
 * Closes the statements of the months that are over, also those before the last one where nobody was there to do it, and
 * writes to the managers of each clinic what is payable to it; to be run every hour. What becomes known later is told
 * by the statement of the month in which it does.
 */
export async function closeStatements(deps: CloseDeps): Promise<void> {
	for (const clinicId of await listCollected(deps.database)) await closeFor(clinicId, deps);
}

async function closeFor(clinicId: string, deps: CloseDeps): Promise<void> {
	await deps.database.$transaction(async (tx) => {
		// Two at once would both carry on from the month before.
		await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('statements/' || ${clinicId}, 0))`;
		const entries = await readEntries(tx, clinicId, deps.now());
		const over = entries.filter(
			({ statement, closed }) => closed === null && statement.isOver && statement.clinic.id === clinicId,
		);
		for (const entry of over) await close(tx, entry, deps);
		const told = over.filter(({ isEmpty }) => !isEmpty).map(({ statement }) => statement);
		await tell(tx, clinicId, told, deps);
	});
}

async function close(tx: Queryable, { statement, moves }: Entry, deps: CloseDeps) {
	const { clinic, collector, currency, month, collectedMinor, carriedMinor, payableMinor } = statement;
	const id = deps.newId();
	await tx.statement.create({
		data: {
			...{ id, clinicId: clinic.id, collectorId: collector.id, currency, month },
			...{ collectedMinor, carriedMinor, payableMinor, closedAt: deps.now() },
		},
	});
	await tx.statementLine.createMany({
		data: moves.map(({ kind, moveId, at, amountMinor, description, isCorrection }) => ({
			...{ statementId: id, kind, moveId, at, amountMinor, description, isCorrection },
		})),
	});
}

async function tell(
	tx: Queryable,
	clinicId: string,
	statements: readonly Statement[],
	{ mail, origin, translate }: CloseDeps,
): Promise<void> {
	const managers = await tx.member.findMany({ where: { clinicId, role: 'MANAGER' } });
	for (const { email, name, ...manager } of managers) {
		const language = locale.parse(manager.locale);
		const say = (key: string, words = {}) => translate(language, key, words);
		const told = statements.map((statement) => wordsOf(statement, language));
		const latest = told.at(-1);
		if (!latest) continue;
		await mail.enqueue(tx, {
			...{ clinicId, to: email, attachments: [] },
			subject: say('statement.mail.subject', latest),
			...renderLetter([
				{ paragraph: say('letter.greeting', { name }) },
				...told.map((words) => ({ paragraph: say(`statement.mail.${words.kind}`, words) })),
				{ link: `${origin}/payments/payouts`, label: say('statement.mail.open') },
				{ paragraph: say('letter.regards', { clinic: latest.collector }) },
			]),
		});
	}
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
