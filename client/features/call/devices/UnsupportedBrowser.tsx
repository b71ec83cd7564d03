import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { supportsFrameEncryption } from '../e2ee/supportsFrameEncryption.ts';

/** Tells somebody whose browser cannot encrypt what does help; a client may come to the door all the same. */
export function UnsupportedBrowser({ mayKnock = false }) {
	const { t } = useTranslation('join');
	if (supportsFrameEncryption()) return null;
	return (
		<div role="alert" className="bg-warn-soft rounded-box flex gap-3 px-4 py-3">
			<TriangleAlert aria-hidden className="text-warn mt-0.5 size-5 shrink-0" />
			<p>
				<strong className="block font-semibold">{t('devices.unsupported.title')}</strong>
				{t('devices.unsupported.text')} {mayKnock && t('devices.unsupported.knock')}
			</p>
		</div>
	);
}
