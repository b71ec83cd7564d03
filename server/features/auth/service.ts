import { randomUUID } from 'node:crypto';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { hashPassword, verifyPassword } from '../../adapters/password.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import { createLimit } from '../../http/limits.ts';
import { presentViewer } from './present.ts';

export interface SignIn {
	/**
	 * The member whose e-mail address and password these are. `address`: where the request comes from.
	 * @throws SamtalError `BAD_CREDENTIALS`; `RATE_LIMITED` for the address or for the e-mail address.
	 */
	check(email: string, password: string, address: string): Promise<string>;
}

/** Many people can share one address (a clinic), few people share one e-mail address. */
const perAddress = { points: 30, seconds: 60 } as const;
const perEmail = { points: 10, seconds: 15 * 60 } as const;

export function createSignIn(db: Database): SignIn {
	const addressLimit = createLimit(perAddress.points, perAddress.seconds);
	const emailLimit = createLimit(perEmail.points, perEmail.seconds);
	// An unknown e-mail address costs a verification too, so that the time of the answer tells nothing.
	const nobodysHash = hashPassword(randomUUID());

	return {
		async check(email, password, address) {
			await addressLimit.take(address);
			await emailLimit.take(email);
			const member = await db.member.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
			const isRight = await verifyPassword(member?.passwordHash ?? (await nobodysHash), password);
			if (member === null || !isRight) throw new SamtalError('BAD_CREDENTIALS');
			await emailLimit.forgive(email);
			return member.id;
		},
	};
}

/** Who is signed in, for the screens. */
export async function readViewer(db: Database, memberId: string) {
	return presentViewer(await db.member.findUniqueOrThrow({ where: { id: memberId }, include: { clinic: true } }));
}
