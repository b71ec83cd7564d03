import { z } from 'zod';
import type { Database, Queryable } from '../../../../adapters/prisma/database.ts';
import type { SecretBox } from '../../../../adapters/secretBox.ts';
import type { OwnKeys } from './ports.ts';

const stored = z.object({ secretKey: z.string(), publishableKey: z.string(), webhookSecret: z.string() });

/** What is shown of a secret key: enough to tell it from another. */
const hintOf = (secretKey: string): string => secretKey.slice(-4);

/** Keeps an account's own keys, sealed for that account alone. */
export async function keepKeys(tx: Queryable, account: string, keys: OwnKeys, box: SecretBox): Promise<void> {
	const sealedKeys = box.seal(JSON.stringify(keys), account);
	await tx.paymentAccount.update({
		where: { id: account },
		data: { ownKeys: true, sealedKeys, keyHint: hintOf(keys.secretKey) },
	});
}

/** Takes an account's keys away for good; nobody here can speak for it any more. */
export const forgetKeys = (tx: Queryable, account: string) =>
	tx.paymentAccount.updateMany({ where: { id: account, ownKeys: true }, data: { sealedKeys: null, keyHint: null } });

/**
 * Looks for an account's own keys: null where it is the platform's to speak for, `taken` where they were taken away
 * or were sealed under another secret of this instance.
 */
export const createFindKeys =
	(db: Database, box: SecretBox) =>
	async (account: string): Promise<OwnKeys | 'taken' | null> => {
		const row = await db.paymentAccount.findUnique({
			where: { id: account },
			select: { ownKeys: true, sealedKeys: true },
		});
		if (!row?.ownKeys) return null;
		const text = row.sealedKeys && box.open(row.sealedKeys, account);
		return text ? stored.parse(JSON.parse(text)) : 'taken';
	};
