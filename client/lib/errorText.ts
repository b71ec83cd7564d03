import type { i18n } from 'i18next';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import type { Resources } from './i18next.d.ts';

/** What a client can meet on the way into a call. The other pages load the texts of the rest as well. */
type CommonCode = ErrorCode & keyof Resources['errors'];

/** The sentence for a code, in the page's language. */
export function errorText({ t, exists }: Pick<i18n, 't' | 'exists'>, code: ErrorCode): string {
	const isCommon = (asked: ErrorCode): asked is CommonCode => exists(asked, { ns: 'errors' });
	return isCommon(code) ? t(`errors:${code}`) : t([`moreErrors:${code}`, 'errors:INTERNAL']);
}
