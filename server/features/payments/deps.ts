import type { Logger } from 'pino';
import type { Database } from '../../adapters/prisma/database.ts';
import type { SecretBox } from '../../adapters/secretBox.ts';
import type { Ambient, Links, MailQueue, NotifyTool, Translate } from '../ports.ts';
import type { PaymentProvider } from './ports.ts';
import type { KeyedAccounts, OwnKeys } from './setup/ownKeys/ports.ts';
import type { AccountProvider } from './setup/ports.ts';

/** What the payments feature is given by the composition root. */
export interface PaymentDeps extends Ambient {
	database: Database;
	provider: PaymentProvider;
	accounts: AccountProvider;
	keyed: KeyedAccounts;
	/** Closes the keys that clinics give of their own. */
	secrets: SecretBox;
	findOwnKeys(account: string): Promise<OwnKeys | 'taken' | null>;
	mail: MailQueue;
	translate: Translate;
	notifyTool: NotifyTool;
	links: Pick<Links, 'pay'>;
	/** The public origin, without a slash at the end. */
	origin: string;
	log: Logger;
}
