import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface FormDialogProps {
	title: string;
	/** What sending it does. */
	action: string;
	onClose: () => void;
	onSubmit: () => void;
	/** It is on its way: it is not sent a second time. */
	isPending: boolean;
	/** Something that is needed is missing. */
	isIncomplete?: boolean;
	/** A further way out, before the others. */
	otherAction?: ReactNode;
	children: ReactNode;
}

/** A window with one form, sent by its main button or by Enter. Mount it to open it. */
export function FormDialog({ title, action, onClose, onSubmit, children, ...state }: FormDialogProps) {
	const { t } = useTranslation('common');
	const { isPending, isIncomplete = false, otherAction } = state;
	const id = useId();
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={title}
			footer={
				<>
					{otherAction}
					<Button onPress={onClose}>{t('actions.cancel')}</Button>
					<Button type="submit" form={id} variant="primary" isPending={isPending} isDisabled={isIncomplete}>
						{action}
					</Button>
				</>
			}
		>
			<form
				id={id}
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					if (!isPending && !isIncomplete) onSubmit();
				}}
			>
				{children}
			</form>
		</Dialog>
	);
}
