import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { paths } from '../../lib/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { FormError } from '../../ui/FormError.tsx';
import { CompleteSession } from './complete/CompleteSession.tsx';
import type { CallEnd } from './session/state.ts';

interface HostFarewellProps {
	appointmentId: string;
	end: CallEnd;
	onReturn: () => void;
}

/** The professional's part is over: what is left to do for the visit, back to work, or in again. */
export function HostFarewell({ appointmentId, end, onReturn }: HostFarewellProps) {
	const { t } = useTranslation('call');
	const completes = end.reason === 'ended' || end.reason === 'left';
	return (
		<main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center gap-5 px-5 py-8">
			<h1 className="text-display font-semibold tracking-tight">{t(`page.over.${end.reason}`)}</h1>
			{end.reason === 'failed' && <FormError error={new SamtalError(end.code)} />}
			{completes && (
				<Suspense fallback={null}>
					<CompleteSession appointmentId={appointmentId} ended={end.reason === 'ended'} />
				</Suspense>
			)}
			<div className="flex flex-wrap gap-3">
				<Link to={paths.today} className={buttonStyle(completes ? 'secondary' : 'primary')}>
					{t('page.back')}
				</Link>
				{end.reason !== 'ended' && <Button onPress={onReturn}>{t('page.again')}</Button>}
			</div>
		</main>
	);
}
