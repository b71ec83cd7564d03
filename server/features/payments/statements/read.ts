import type { Statement } from '../../../../shared/contract/statements.ts';
import { statementsOf } from '../../../../shared/domain/payments/statement.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { assertConfigures } from '../setup/policy.ts';
import { sumMonths, type CollectedSum } from './moves.ts';

type StatementDeps = Pick<PaymentDeps, 'database' | 'now'>;

/** The statements of a manager's clinic, newest first: what is collected for it, and what it collects. @throws SamtalError `FORBIDDEN` */
export async function readStatements(actor: Actor, { database, now }: StatementDeps): Promise<Statement[]> {
	assertConfigures(actor);
	return statementsFor(actor.clinicId, { database, now });
}

/** The same for whoever may know them anyway. */
export async function statementsFor(clinicId: string, { database, now }: StatementDeps): Promise<Statement[]> {
	return toStatements(await sumMonths(database, clinicId, now()));
}

/** Months count on from each other where both clinics and the currency are the same. */
function toStatements(sums: readonly CollectedSum[]): Statement[] {
	const accounts = Map.groupBy(sums, ({ clinicId, collectorId, currency }) => `${clinicId}/${collectorId}/${currency}`);
	const statements = [...accounts.values()].flatMap((months) =>
		statementsOf(months).flatMap((statement) => {
			const sum = months.find(({ month }) => month === statement.month);
			return sum ? [present(sum, statement)] : [];
		}),
	);
	return statements.toSorted(
		(one, other) => other.month.localeCompare(one.month) || one.clinic.name.localeCompare(other.clinic.name),
	);
}

const present = (
	{ clinicId, clinicName, collectorId, collectorName, currency, isOver }: CollectedSum,
	statement: ReturnType<typeof statementsOf>[number],
): Statement => ({
	...{ clinic: { id: clinicId, name: clinicName }, collector: { id: collectorId, name: collectorName } },
	...{ currency, isOver, ...statement },
});
