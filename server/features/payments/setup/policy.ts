import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Actor } from '../../../http/actors.ts';

/** How a clinic takes payments is its managers' to configure. @throws SamtalError `FORBIDDEN` */
export function assertConfigures({ role }: Actor): void {
	if (role !== 'MANAGER') throw new SamtalError('FORBIDDEN');
}

/** The organisation whose telehealth manager this is. @throws SamtalError `FORBIDDEN` for everybody else. */
export async function organisationOf(db: Database, { memberId }: Actor): Promise<string> {
	const { telehealthManagerOf } = await db.member.findUniqueOrThrow({ where: { id: memberId } });
	if (telehealthManagerOf === null) throw new SamtalError('FORBIDDEN');
	return telehealthManagerOf;
}
