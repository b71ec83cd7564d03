import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { GroupChange } from '../e2ee/groupChange.ts';
import { useCall, useSession } from './callContext.ts';
import { CodeSection } from './CodeSection.tsx';
import { LowerDialog } from './LowerDialog.tsx';
import type { ShownEncryption } from './useEncryption.ts';

interface EncryptionDialogProps {
	encryption: ShownEncryption;
	isOpen: boolean;
	onClose: () => void;
}

/** What the encryption means, the code to compare, and who has the keys. */
export function EncryptionDialog({ encryption, isOpen, onClose }: EncryptionDialogProps) {
	const { t } = useTranslation('call');
	const format = useFormat();
	const selfId = useCall((state) => state.self?.peerId);
	const { state, explanation, code, members, changes, route, suite, strangers, missing, lowered } = encryption;
	return (
		<Dialog title={t('encryption.title')} isOpen={isOpen} onClose={onClose}>
			<div className="flex flex-col gap-5">
				{explanation === state ? (
					<p>{t(`encryption.explained.${explanation}`)}</p>
				) : (
					<Notice tone="danger">{t(`encryption.explained.${explanation}`, { names: strangers.join(', ') })}</Notice>
				)}
				{lowered && explanation !== 'lowered' && <Notice tone="warn">{t('encryption.explained.lowered')}</Notice>}
				<Unheard names={encryption.unheard.join(', ')} />
				{route === 'confirmed' && <p data-route-confirmed>{t('encryption.confirmed')}</p>}
				{suite === 'classic' && <p>{t('encryption.classic')}</p>}
				{missing.length > 0 && <Notice tone="warn">{t('encryption.missing', { names: missing.join(', ') })}</Notice>}
				{/* In a call that was lowered it would promise more than is so. */}
				{code && !lowered && <CodeSection code={code} />}
				{members.length > 0 && (
					<section aria-labelledby="key-holders">
						<h3 id="key-holders" className="text-muted text-small font-semibold">
							{t('encryption.members')}
						</h3>
						<ul className="mt-1 flex flex-col gap-1">
							{members.map(({ peerId, name }) => (
								<li key={peerId}>{peerId === selfId ? t('people.you', { name }) : name}</li>
							))}
						</ul>
					</section>
				)}
				{changes.length > 0 && (
					<section aria-labelledby="key-changes">
						<h3 id="key-changes" className="text-muted text-small font-semibold">
							{t('encryption.changes')}
						</h3>
						<ul className="text-muted mt-1 flex flex-col gap-0.5 text-small">
							{changes.toReversed().map((change) => (
								<li key={change.at} className="flex gap-2">
									<time dateTime={change.at} className="tabular-nums">
										{format.time(change.at)}
									</time>
									<ChangeWords change={change} />
								</li>
							))}
						</ul>
					</section>
				)}
			</div>
		</Dialog>
	);
}

/** Who takes part without encryption in a call that asks for it, and a host's way to let everybody hear them. */
function Unheard({ names }: { names: string }) {
	const { t } = useTranslation('call');
	const session = useSession();
	const isHost = useCall((state) => state.self?.role === 'host');
	const [asking, setAsking] = useState(false);
	if (names === '') return null;
	return (
		<Notice
			tone="warn"
			action={isHost && <Button onPress={() => setAsking(true)}>{t('encryption.lower.confirm')}</Button>}
		>
			{t('encryption.unheard', { names })}
			<LowerDialog
				names={names}
				isOpen={asking}
				onClose={() => setAsking(false)}
				onConfirm={() => void session.lowerEncryption()}
			/>
		</Notice>
	);
}

function ChangeWords({ change: { came, went } }: { change: GroupChange }) {
	const { t } = useTranslation('call');
	const words = [
		came.length > 0 && t('encryption.change.came', { names: came.join(', ') }),
		went.length > 0 && t('encryption.change.went', { names: went.join(', ') }),
	].filter((word) => word !== false);
	return <span>{words.length > 0 ? words.join(' · ') : t('encryption.change.renewed')}</span>;
}
