import { billingDetails } from '../../../../shared/contract/clinic.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import { locale } from '../../../../shared/contract/scalars.ts';
import type { statementPaper as paperRoute } from '../../../../shared/contract/statements.ts';
import { missingAfter } from '../../../../shared/domain/payments/statement.ts';
import { createPdf } from '../../../adapters/pdf/createPdf.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { clinicPaper } from '../../clinicPaper.ts';
import { moneyWords } from '../../moneyWords.ts';
import { assertConfigures } from '../setup/policy.ts';
import { readEntries } from './entries.ts';

/**
 * One statement with each of its payments as a PDF, in the language of the clinic that is paid, dated on its clock.
 * @throws SamtalError `FORBIDDEN`, `NOT_FOUND`
 */
export async function statementPaper(
	{ params }: RequestOf<typeof paperRoute>,
	actor: Actor,
	deps: Pick<PaymentDeps, 'database' | 'now' | 'translate'>,
): Promise<{ filename: string; content: Buffer }> {
	const { database: db, now, translate } = deps;
	assertConfigures(actor);
	const entry = (await readEntries(db, actor.clinicId, now())).find(
		({ isEmpty, statement: { clinic, collector, month, currency } }) =>
			!isEmpty &&
			clinic.id === params.clinicId &&
			collector.id === params.collectorId &&
			month === params.month &&
			currency === params.currency,
	);
	if (!entry) throw new SamtalError('NOT_FOUND');
	const { statement, closed } = entry;
	const moves = closed ? await linesOf(db, closed.id) : entry.moves;
	const clinic = await db.clinic.findUniqueOrThrow({ where: { id: params.clinicId } });
	const collector = await db.clinic.findUniqueOrThrow({ where: { id: params.collectorId } });
	const language = locale.parse(clinic.locale);
	const words = (key: string) => translate(language, `statement.${key}`);
	const money = (amountMinor: number) => moneyWords({ amountMinor, currency: params.currency }, language);
	const bcp47 = language === 'en' ? 'en-GB' : language;
	const month = Temporal.PlainYearMonth.from(params.month).toPlainDate({ day: 1 });
	const monthWords = month.toLocaleString(bcp47, { year: 'numeric', month: 'long' });
	const day = new Intl.DateTimeFormat(bcp47, { dateStyle: 'medium', timeZone: clinic.timeZone });
	const { carriedMinor, collectedMinor, payableMinor, payableOn } = statement;
	const missing = missingAfter(statement);
	const content = await createPdf({
		...clinicPaper(
			{ clinicName: collector.name, billing: billingDetails.parse(collector.billing), locale: language },
			translate,
		),
		...{
			title: `${words('title')} ${monthWords}`,
			mark: statement.isOver ? null : words('soFar'),
			createdAt: closed?.at ?? now(),
		},
		parts: [
			{
				facts: [
					[words('clinic'), clinic.name],
					[words('payableOn'), Temporal.PlainDate.from(payableOn).toLocaleString(bcp47, { dateStyle: 'long' })],
					...(missing < 0 ? [[words('missing'), money(missing)] as const] : []),
				],
			},
			{
				table: {
					columns: [words('description'), { title: words('date'), width: 90 }, { title: words('amount'), width: 110 }],
					rows: moves.map(({ kind, at, description, amountMinor, isCorrection }) => [
						[
							...(isCorrection ? [words('correction')] : []),
							...(kind === 'payment' ? [] : [words(kind)]),
							description,
						].join(': '),
						day.format(at),
						money(amountMinor),
					]),
					sums: [
						[words('collected'), money(collectedMinor)],
						...(carriedMinor < 0 ? [[words('carried'), money(carriedMinor)] as const] : []),
						[words('payable'), money(payableMinor)],
					],
				},
			},
		],
	});
	return { filename: `${words('title')} ${params.month}.pdf`, content };
}

/** What a closed statement told, as it told it. */
const linesOf = (db: Database, statementId: string) =>
	db.statementLine.findMany({ where: { statementId }, orderBy: [{ at: 'asc' }, { moveId: 'asc' }, { kind: 'asc' }] });
