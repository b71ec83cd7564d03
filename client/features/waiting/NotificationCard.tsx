import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { notificationPermission } from './desktopNotification.ts';

/** Offers desktop notifications until somebody has decided. */
export function NotificationCard() {
	const { t } = useTranslation('waiting');
	const [permission, setPermission] = useState(notificationPermission);
	if (permission === 'granted' || permission === 'unsupported') return null;
	return (
		<Card className="flex flex-wrap items-center gap-4">
			<Bell aria-hidden className="text-accent size-5 shrink-0" />
			<div className="min-w-0 flex-1 basis-56">
				<h2 className="font-semibold">{t('notify.title')}</h2>
				<p className="text-muted text-small">{t(permission === 'denied' ? 'notify.blocked' : 'notify.text')}</p>
			</div>
			{permission === 'default' && (
				<Button onPress={async () => setPermission(await Notification.requestPermission())}>{t('notify.allow')}</Button>
			)}
		</Card>
	);
}
