import { UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingPeer } from '../../../../shared/contract/signalling/peer.ts';
import { Button } from '../../../ui/Button.tsx';
import { useCall, useSession } from './callContext.ts';
import { LowerDialog } from './LowerDialog.tsx';

/** Lets somebody in. One whose browser cannot encrypt only at a price for everybody, which is asked for first. */
export function AdmitButton({ peer: { peerId, name, encrypts } }: { peer: WaitingPeer }) {
	const { t } = useTranslation('call');
	const session = useSession();
	const lowered = useCall((state) => state.encryption.lowered);
	const [asking, setAsking] = useState(false);
	const admit = () => void session.admit(peerId);
	return (
		<>
			<Button
				variant="primary"
				icon={<UserCheck aria-hidden />}
				aria-label={t('waiting.admitName', { name })}
				onPress={() => (encrypts || lowered ? admit() : setAsking(true))}
			>
				{t('waiting.admit')}
			</Button>
			<LowerDialog
				names={name}
				isOpen={asking}
				onClose={() => setAsking(false)}
				onConfirm={() => void session.lowerEncryption().then(admit)}
			/>
		</>
	);
}
