import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingPeer } from '../../../../shared/contract/signalling/peer.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNow } from '../../../lib/useNow.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { AdmitButton } from './AdmitButton.tsx';
import { useCall, useSession } from './callContext.ts';

/** Who waits at the door, for how long, and the way to let them in. */
export function WaitingQueue() {
	const { t } = useTranslation('call');
	const waiting = useCall((state) => state.waiting);
	return (
		<section aria-labelledby="people-at-door">
			<h3 id="people-at-door" className="text-muted mb-1 text-small font-semibold">
				{t('waiting.title', { count: waiting.length })}
			</h3>
			{waiting.length === 0 && <p className="text-muted">{t('waiting.nobody')}</p>}
			<ul className="divide-line divide-y">
				{waiting.map((peer) => (
					<WaitingPerson key={peer.peerId} peer={peer} />
				))}
			</ul>
		</section>
	);
}

function WaitingPerson({ peer }: { peer: WaitingPeer }) {
	const { t } = useTranslation('call');
	const format = useFormat();
	const now = useNow(10_000);
	const [writing, setWriting] = useState(false);
	const since = format.duration(now - Date.parse(peer.since));
	return (
		<li className="flex flex-col gap-2 py-2.5" data-waiting={peer.peerId}>
			<div className="flex items-center gap-2">
				<div className="min-w-0 flex-1">
					<p className="truncate font-medium">{peer.name}</p>
					<p className="text-muted text-small">{t(peer.connected ? 'waiting.since' : 'waiting.away', { since })}</p>
					{!peer.encrypts && <p className="text-warn text-small">{t('waiting.cannotEncrypt')}</p>}
				</div>
				<IconButton
					label={t('waiting.write', { name: peer.name })}
					aria-expanded={writing}
					onPress={() => setWriting(!writing)}
				>
					<MessageSquareText aria-hidden />
				</IconButton>
				<AdmitButton peer={peer} />
			</div>
			{writing && <WaitingMessage peer={peer} onSent={() => setWriting(false)} />}
		</li>
	);
}

function WaitingMessage({ peer, onSent }: { peer: WaitingPeer; onSent: () => void }) {
	const { t } = useTranslation('call');
	const session = useSession();
	const [text, setText] = useState('');
	return (
		<form
			className="flex items-end gap-2 [&>:first-child]:flex-1"
			onSubmit={(event) => {
				event.preventDefault();
				void session.messageWaiting(peer.peerId, text).then((sent) => sent && onSent());
			}}
		>
			<TextField label={t('waiting.message')} value={text} onChange={setText} maxLength={1_000} autoFocus />
			<Button type="submit" isDisabled={text.trim() === ''}>
				{t('chat.send')}
			</Button>
		</form>
	);
}
