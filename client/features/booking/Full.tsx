import { useTranslation } from 'react-i18next';
import { buttonStyle } from '../../ui/buttonStyle.ts';

interface FullProps {
	isBusy: boolean;
	onWait: () => void;
	onBack: () => void;
}

/** For somebody whose place was taken meanwhile: to wait for one without leaving the form. */
export function Full({ isBusy, onWait, onBack }: FullProps) {
	const { t } = useTranslation('booking');
	return (
		<div role="alert" className="bg-warn-soft rounded-box flex flex-col items-start gap-3 p-4">
			<p className="font-semibold">{t('groups.gone')}</p>
			<p>{t('groups.goneText')}</p>
			<button type="button" disabled={isBusy} className={buttonStyle('secondary')} onClick={onWait}>
				{t('groups.wait')}
			</button>
			<button type="button" className={`${buttonStyle('quiet')} -ml-4`} onClick={onBack}>
				{t('groups.all')}
			</button>
		</div>
	);
}
