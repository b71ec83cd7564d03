import clsx from 'clsx';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
	title: string;
	isOpen: boolean;
	onClose: () => void;
	children: ReactNode;
	/** Buttons of the lower edge, the main one last. */
	footer?: ReactNode;
	/** `alertdialog` for a question that must be answered. */
	role?: 'dialog' | 'alertdialog';
	/** Where it stands on a wide screen; on a phone it rises from the lower edge. */
	placement?: 'centre' | 'side';
}

/** A modal window. Esc, the cross and a press beside it close it; focus goes back to where it was. */
export function Dialog({ title, isOpen, onClose, children, footer, role, placement = 'centre' }: DialogProps) {
	const { t } = useTranslation('common');
	const veil = useRef<HTMLDivElement>(null);
	const side = placement === 'side';
	return (
		<ModalOverlay
			ref={veil}
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose()}
			isDismissable={role !== 'alertdialog'}
			// A second press on a list that opened from here, or one on a toast, is beside it as well: neither loses a form.
			shouldCloseOnInteractOutside={(element) => element === veil.current}
			className={clsx(
				'bg-veil animate-appear fixed inset-0 z-50 flex h-(--visual-viewport-height) items-end justify-center',
				side ? 'sm:items-stretch sm:justify-end' : 'sm:items-center sm:p-6',
			)}
		>
			<Modal
				className={clsx(
					'bg-surface border-line animate-rise flex max-h-[92%] w-full flex-col overflow-hidden rounded-t-box border',
					side
						? 'sm:h-full sm:max-h-full sm:max-w-[420px] sm:rounded-none'
						: 'sm:max-h-full sm:max-w-lg sm:rounded-box',
				)}
			>
				<AriaDialog role={role ?? 'dialog'} className="flex min-h-0 flex-1 flex-col outline-none">
					<header className="border-line flex items-center justify-between gap-3 border-b py-2 pr-2 pl-5">
						<Heading slot="title" className="text-title font-semibold">
							{title}
						</Heading>
						<IconButton label={t('actions.close')} onPress={onClose}>
							<X aria-hidden />
						</IconButton>
					</header>
					<div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
					{footer !== undefined && (
						<footer className="border-line flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</footer>
					)}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}
