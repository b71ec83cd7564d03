import clsx from 'clsx';
import { Lock, LockKeyholeOpen, LockOpen } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/announce.ts';
import { EncryptionDialog } from './EncryptionDialog.tsx';
import { useEncryption, type ShownEncryption } from './useEncryption.ts';
import { useToldEncryption } from './useToldEncryption.ts';

const looks = {
	on: { Icon: Lock, style: 'bg-stage-raised text-stage-ink' },
	starting: { Icon: LockKeyholeOpen, style: 'bg-stage-raised text-stage-muted' },
	broken: { Icon: LockOpen, style: 'bg-warn-soft text-warn' },
	lowered: { Icon: LockOpen, style: 'bg-warn-soft text-warn' },
} satisfies Record<ShownEncryption['state'], unknown>;

/** Whether the call is encrypted from end to end, in one word; what stands behind it when pressed. */
export function EncryptionBadge() {
	const { t } = useTranslation('call');
	const encryption = useEncryption();
	useToldEncryption(encryption);
	const [isOpen, setOpen] = useState(false);
	const { state, explanation, strangers } = encryption;
	const { Icon, style } = looks[state];
	const said = useRef<typeof explanation>('starting');
	const names = strangers.join(', ');
	useEffect(() => {
		if (said.current === explanation) return;
		said.current = explanation;
		announce(t(`encryption.explained.${explanation}`, { names }));
	}, [explanation, names, t]);
	return (
		<>
			<Button
				data-encryption={state}
				className={clsx(
					'hover:bg-stage-line flex min-h-11 shrink-0 items-center gap-1.5 rounded-full px-3 text-small font-medium [&_svg]:size-4',
					style,
				)}
				onPress={() => setOpen(true)}
			>
				<Icon aria-hidden />
				{t(`encryption.word.${state}`)}
			</Button>
			<EncryptionDialog encryption={encryption} isOpen={isOpen} onClose={() => setOpen(false)} />
		</>
	);
}
