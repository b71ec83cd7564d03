import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/Notice.tsx';
import { supportsFrameEncryption } from '../e2ee/supportsFrameEncryption.ts';

/** Tells somebody whose browser cannot encrypt, and so cannot join, what does help. */
export function UnsupportedBrowser() {
	const { t } = useTranslation('join');
	if (supportsFrameEncryption()) return null;
	return (
		<Notice tone="danger" title={t('devices.unsupported.title')}>
			<p>{t('devices.unsupported.text')}</p>
		</Notice>
	);
}
