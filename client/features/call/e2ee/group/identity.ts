import type { Credential } from 'ts-mls';
import { z } from 'zod';
import { id, name } from '../../../../../shared/contract/scalars.ts';

const identitySchema = z.object({ peerId: id, name });
/** Who a member is, signed with the member's key: the name that is shown, and the peer whose media is whose. */
export type Identity = z.infer<typeof identitySchema>;

export const toCredential = (identity: Identity): Credential => ({
	credentialType: 'basic',
	identity: new TextEncoder().encode(JSON.stringify(identity)),
});

/** What a credential says; null for one that is not ours. */
export function readCredential(credential: Credential): Identity | null {
	if (credential.credentialType !== 'basic') return null;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(credential.identity);
		return identitySchema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}
