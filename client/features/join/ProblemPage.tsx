import { useTranslation } from 'react-i18next';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { isSamtalError, isUnreachable } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { Screen } from './Screen.tsx';

const titles = {
	LINK_INVALID: 'problem.invalid',
	UNAUTHENTICATED: 'problem.invalid',
	LINK_EXPIRED: 'problem.expired',
	VISIT_CANCELLED: 'problem.cancelled',
	CALL_ENDED: 'problem.ended',
} as const;

const isFinal = (code: SamtalError['code']): code is keyof typeof titles => code in titles;

/** The link leads nowhere, or not now: what happened and what to do. */
export function ProblemPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
	const { t } = useTranslation(['join', 'common']);
	const errorText = useErrorText();
	const { code } = isSamtalError(error) ? error : new SamtalError('INTERNAL');
	if (isFinal(code)) {
		return (
			<Screen title={t(`join:${titles[code]}.title`)}>
				<p className="text-title">{t(`join:${titles[code]}.text`)}</p>
			</Screen>
		);
	}
	const isAway = isUnreachable(error);
	return (
		<Screen title={t(isAway ? 'join:problem.away.title' : 'join:problem.other.title')}>
			<p className="text-title" role={isAway ? 'status' : 'alert'}>
				{isAway ? t('join:problem.away.text') : errorText(error)}
			</p>
			<button type="button" className={buttonStyle('primary', 'large')} onClick={onRetry}>
				{t('common:actions.retry')}
			</button>
		</Screen>
	);
}
