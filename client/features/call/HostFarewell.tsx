import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { paths } from '../../lib/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { FormError } from '../../ui/FormError.tsx';
import type { CallEnd } from './session/state.ts';

/** The professional's part is over: back to work, or in again. */
export function HostFarewell({ end, onReturn }: { end: CallEnd; onReturn: () => void }) {
	const { t } = useTranslation('call');
	return (
		<main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col justify-center gap-5 px-5 py-8">
			<h1 className="text-display font-semibold tracking-tight">{t(`page.over.${end.reason}`)}</h1>
			{end.reason === 'failed' && <FormError error={new SamtalError(end.code)} />}
			<div className="flex flex-wrap gap-3">
				<Link to={paths.today} className={buttonStyle('primary')}>
					{t('page.back')}
				</Link>
				{end.reason !== 'ended' && <Button onPress={onReturn}>{t('page.again')}</Button>}
			</div>
		</main>
	);
}
