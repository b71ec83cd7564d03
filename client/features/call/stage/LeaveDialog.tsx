import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useCall, useSession } from './callContext.ts';

/** Asks before somebody would be left alone. A host may end the visit for everybody instead. */
export function LeaveDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
	const { t } = useTranslation('call');
	const session = useSession();
	const isHost = useCall((state) => state.self?.role === 'host');
	const alone = useCall((state) => (state.peers.length === 1 ? state.peers[0]?.name : undefined));
	return (
		<Dialog
			title={t('leave.title')}
			isOpen={isOpen}
			onClose={onClose}
			role="alertdialog"
			footer={
				<>
					<Button variant="quiet" onPress={onClose}>
						{t('leave.stay')}
					</Button>
					{isHost && (
						<Button variant="danger" onPress={() => void session.endForAll()}>
							{t('leave.endForAll')}
						</Button>
					)}
					<Button variant={isHost ? 'secondary' : 'danger'} onPress={() => void session.leave()}>
						{t('leave.leave')}
					</Button>
				</>
			}
		>
			<p>{alone === undefined ? t('leave.text') : t('leave.alone', { name: alone })}</p>
			{isHost && <p className="text-muted mt-2">{t('leave.host')}</p>}
		</Dialog>
	);
}
