import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { JoinLinks } from '../../../adapters/links.ts';
import type { Doorkeeper } from '../../../http/actors.ts';

/** Whose place on a waiting list a token opens. @throws SamtalError `LINK_INVALID` for one that was never given */
export const createOpenWaitingLink =
	(links: Pick<JoinLinks, 'readWaiting'>): Doorkeeper['openWaitingLink'] =>
	(token) => {
		const named = links.readWaiting(token);
		if (named === null) throw new SamtalError('LINK_INVALID');
		return named;
	};
