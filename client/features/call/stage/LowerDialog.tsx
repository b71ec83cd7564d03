import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

interface LowerDialogProps {
	/** Whose browser cannot encrypt. */
	names: string;
	isOpen: boolean;
	onClose: () => void;
	onConfirm: () => void;
}

/** Asks the host before nobody's sound and picture is encrypted from end to end any more. */
export function LowerDialog({ names, isOpen, onClose, onConfirm }: LowerDialogProps) {
	const { t } = useTranslation('call');
	return (
		<Dialog
			title={t('encryption.lower.title')}
			isOpen={isOpen}
			onClose={onClose}
			role="alertdialog"
			footer={
				<>
					<Button variant="quiet" onPress={onClose}>
						{t('encryption.lower.cancel')}
					</Button>
					<Button
						variant="danger"
						onPress={() => {
							onClose();
							onConfirm();
						}}
					>
						{t('encryption.lower.confirm')}
					</Button>
				</>
			}
		>
			<p>{t('encryption.lower.text', { names })}</p>
		</Dialog>
	);
}
