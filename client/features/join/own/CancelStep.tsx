import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelOwnVisit, type OwnVisit } from '../../../../shared/contract/ownVisit.ts';
import type { Money } from '../../../../shared/contract/scalars.ts';
import { isSamtalError, type Api } from '../../../lib/api.ts';
import { useErrorText } from '../../../lib/useErrorText.ts';
import { buttonStyle } from '../../../ui/buttonStyle.ts';
import { Screen } from '../Screen.tsx';
import { useVisitTime } from '../useVisitTime.ts';
import { FreeUntil } from './FreeUntil.tsx';

interface CancelStepProps {
	visit: OwnVisit;
	api: Api;
	onBack: () => void;
	/** With the fee for which the clinic asks, if any. */
	onCancelled: (fee: Money | null) => void;
	/** It costs something else by now. */
	onStale: () => void;
}

/** Says what cancelling means, and cancels. */
export function CancelStep({ visit, api, onBack, onCancelled, onStale }: CancelStepProps) {
	const { t } = useTranslation('ownVisit');
	const errorText = useErrorText();
	const when = useVisitTime(visit);
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const cancel = async () => {
		setBusy(true);
		try {
			const feeMinor = visit.isFree ? 0 : (visit.lateFee?.amountMinor ?? 0);
			onCancelled((await api.call(cancelOwnVisit, { body: { feeMinor } })).fee);
		} catch (failure) {
			if (isSamtalError(failure, 'FEE_CHANGED')) onStale();
			setError(failure);
			setBusy(false);
		}
	};
	return (
		<Screen clinic={visit.clinic.name} title={t('cancelTitle')}>
			<p className="text-title font-semibold">
				{visit.serviceName}, {when.text}
			</p>
			{!visit.canMove && <p>{t('cancelPlaceText')}</p>}
			<FreeUntil visit={visit} />
			{error !== null && (
				<p role="alert" className="text-danger font-medium">
					{errorText(error)}
				</p>
			)}
			<button type="button" className={buttonStyle('danger', 'large')} disabled={busy} onClick={() => void cancel()}>
				{t('cancelYes')}
			</button>
			<button type="button" className={buttonStyle('secondary', 'large')} onClick={onBack}>
				{t('keep')}
			</button>
		</Screen>
	);
}
