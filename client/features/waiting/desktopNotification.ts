/** Whether this browser may show desktop notifications: `default` means that nobody has been asked yet. */
export const notificationPermission = (): NotificationPermission | 'unsupported' =>
	'Notification' in globalThis ? Notification.permission : 'unsupported';

/** Shows a notification of the operating system when it is allowed and the page is not in front. */
export function notifyDesktop(title: string, text: string, tag: string): void {
	if (notificationPermission() !== 'granted' || document.visibilityState === 'visible') return;
	const shown = new Notification(title, { body: text, tag });
	shown.addEventListener('click', () => {
		window.focus();
		shown.close();
	});
}
