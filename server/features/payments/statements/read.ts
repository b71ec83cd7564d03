import type { Statement } from '../../../../shared/contract/statements.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { assertConfigures } from '../setup/policy.ts';
import { readEntries } from './entries.ts';

/** The statements of a manager's clinic, newest first: what is collected for it, and what it collects. @throws SamtalError `FORBIDDEN` */
export async function readStatements(
	actor: Actor,
	{ database, now }: Pick<PaymentDeps, 'database' | 'now'>,
): Promise<Statement[]> {
	assertConfigures(actor);
	const entries = await readEntries(database, actor.clinicId, now());
	return entries
		.filter(({ isEmpty }) => !isEmpty)
		.map(({ statement }) => statement)
		.toSorted((one, other) => other.month.localeCompare(one.month) || one.clinic.name.localeCompare(other.clinic.name));
}
