import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/Dialog.tsx';
import { shortcutKeys } from './shortcuts.ts';

/** All keys of the call. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
	const { t } = useTranslation('call');
	return (
		<Dialog title={t('shortcuts.title')} isOpen={isOpen} onClose={onClose}>
			<dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2.5">
				{Object.entries(shortcutKeys).map(([key, name]) => (
					<div key={key} className="contents">
						<dt>
							<kbd className="border-edge bg-sunken rounded-inner inline-grid h-8 min-w-8 place-items-center border px-2 font-mono text-small">
								{key.toUpperCase()}
							</kbd>
						</dt>
						<dd>{t(`shortcuts.${name}`)}</dd>
					</div>
				))}
			</dl>
			<p className="text-muted mt-4 text-small">{t('shortcuts.note')}</p>
		</Dialog>
	);
}
