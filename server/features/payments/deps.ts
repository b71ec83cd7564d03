import type { Logger } from 'pino';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Ambient, MailQueue, NotifyTool, Translate } from '../ports.ts';
import type { PaymentProvider } from './ports.ts';
import type { AccountProvider } from './setup/ports.ts';

/** What the payments feature is given by the composition root. */
export interface PaymentDeps extends Ambient {
	database: Database;
	provider: PaymentProvider;
	accounts: AccountProvider;
	mail: MailQueue;
	translate: Translate;
	notifyTool: NotifyTool;
	/** The public origin, without a slash at the end. */
	origin: string;
	log: Logger;
}
