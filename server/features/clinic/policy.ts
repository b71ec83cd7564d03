import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Actor } from '../../http/actors.ts';

/** How a clinic works is its managers' to decide. @throws SamtalError `FORBIDDEN` */
export function assertManages({ role }: Actor): void {
	if (role !== 'MANAGER') throw new SamtalError('FORBIDDEN');
}
