import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Tokens } from '../../adapters/tokens.ts';
import type { Doorkeeper } from '../../http/actors.ts';

/** Whose own page a token opens. @throws SamtalError `LINK_EXPIRED`: for an old one and a wrong one the way is the same */
export const createOpenOwnPage =
	(tokens: Tokens): Doorkeeper['openOwnPage'] =>
	(token) => {
		try {
			return tokens.verify('ownPage', token);
		} catch (cause) {
			throw new SamtalError('LINK_EXPIRED', {}, { cause });
		}
	};
