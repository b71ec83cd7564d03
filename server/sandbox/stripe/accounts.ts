import { z } from 'zod';
import { SandboxRefusal } from './errors.ts';
import { isOwnAccount } from './ownKeys.ts';
import type { SandboxStore, StoredAccount } from './store.ts';

interface AccountDeps {
	store: SandboxStore;
	now: () => Date;
	newId: () => string;
	/** Keeps an event about this account as it is now, and sends it. */
	emit: (account: StoredAccount) => void;
}

/** Stripe's names for a platform of Standard accounts; the stand-in makes no others. */
const createParams = z.object({
	controller: z.object({
		fees: z.object({ payer: z.literal('account') }),
		losses: z.object({ payments: z.literal('stripe') }),
		requirement_collection: z.literal('stripe'),
		stripe_dashboard: z.object({ type: z.literal('full') }),
	}),
	metadata: z.record(z.string(), z.string()).default({}),
});
const linkParams = z.object({
	account: z.string(),
	type: z.literal('account_onboarding'),
	return_url: z.url(),
	refresh_url: z.url(),
});

/** Account links lead to the form once, within this time. */
const linkLivesSeconds = 300;

interface Link {
	account: string;
	returnUrl: string;
	refreshUrl: string;
	/** Seconds since 1970. */
	expiresAt: number;
}

/** What Stripe does with connected accounts and the links to its form, as far as Samtal uses it. */
export function createAccounts({ store, now, newId, emit }: AccountDeps) {
	const seconds = () => Math.floor(now().getTime() / 1000);
	// The demo clinic was connected before the stand-in was.
	const { accounts } = store.state;
	accounts['acct_demo'] ??= { id: 'acct_demo', metadata: {}, created: seconds(), stage: 'ready' };
	const links = new Map<string, Link>();

	function find(id: string): StoredAccount {
		// An account that stands by itself is there for whoever has its keys.
		if (isOwnAccount(id)) accounts[id] ??= { id, metadata: {}, created: seconds(), stage: 'ready' };
		const account = accounts[id];
		if (account === undefined) throw SandboxRefusal.noAccess(id);
		return account;
	}

	return {
		find,

		create(params: unknown): StoredAccount {
			const { metadata } = understand(createParams, params);
			const id = `acct_${newId().replaceAll('-', '').slice(0, 16)}`;
			const account: StoredAccount = { id, metadata, created: seconds(), stage: 'new' };
			accounts[id] = account;
			return account;
		},

		/** Makes the way to the form, beside the page to which it leads back. */
		createLink(params: unknown) {
			const { account, return_url: returnUrl, refresh_url: refreshUrl } = understand(linkParams, params);
			const { id } = find(account);
			const token = newId();
			const expiresAt = seconds() + linkLivesSeconds;
			links.set(token, { account: id, returnUrl, refreshUrl, expiresAt });
			const url = new URL(`/dev/stripe/onboarding/${token}`, returnUrl).href;
			return { object: 'account_link' as const, created: seconds(), expires_at: expiresAt, url };
		},

		/** Where a link leads: to the form of its account, or, when it is too old, for another link. */
		openLink(token: string): (Link & { isOld: boolean }) | undefined {
			const link = links.get(token);
			return link && { ...link, isOld: link.expiresAt <= seconds() };
		},

		/** What its owner made of the form; nothing for one that they only left. The link is used up. */
		async leaveForm(token: string, stage: StoredAccount['stage'] | null): Promise<void> {
			const link = links.get(token);
			if (link === undefined) return;
			link.expiresAt = 0;
			if (stage === null) return;
			const account = find(link.account);
			account.stage = stage;
			emit(account);
			await store.save();
		},
	};
}

export type Accounts = ReturnType<typeof createAccounts>;

function understand<T extends z.ZodType>(schema: T, params: unknown): z.output<T> {
	const parsed = schema.safeParse(params);
	if (parsed.success) return parsed.data;
	const param = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
	throw SandboxRefusal.invalid(`Samtal sends no such value: ${param}`, { code: 'parameter_invalid_empty', param });
}
