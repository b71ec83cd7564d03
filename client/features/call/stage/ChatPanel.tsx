import clsx from 'clsx';
import { MessageSquare, SendHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { longestText } from '../e2ee/group/groupMessage.ts';
import type { ChatMessage } from '../session/state.ts';
import { useCall, useSession } from './callContext.ts';
import { linkify } from './linkify.ts';

/** What was written in this call. */
export function ChatPanel() {
	const { t } = useTranslation('call');
	const chat = useCall((state) => state.chat);
	const end = useRef<HTMLDivElement>(null);
	useEffect(() => {
		// Browsers begin to answer with a promise, which is no way to undo the effect.
		void end.current?.scrollIntoView({ block: 'end' });
	}, [chat.length]);
	return (
		<>
			<div className="min-h-0 flex-1 overflow-y-auto p-4">
				{chat.length === 0 && (
					<EmptyState icon={<MessageSquare />} title={t('chat.empty.title')} text={t('chat.empty.text')} />
				)}
				<ol className="flex flex-col gap-3">
					{chat.map((message) => (
						<Message key={message.id} message={message} />
					))}
				</ol>
				<div ref={end} />
			</div>
			<Composer />
		</>
	);
}

function Message({ message }: { message: ChatMessage }) {
	const { t } = useTranslation('call');
	const format = useFormat();
	const { own } = message;
	return (
		<li className={clsx('flex max-w-[88%] flex-col gap-0.5', own && 'self-end')}>
			<p className={clsx('text-muted flex gap-2 text-small', own && 'justify-end')}>
				<span className="truncate font-semibold">{own ? t('chat.you') : message.name}</span>
				<time dateTime={message.sentAt}>{format.time(message.sentAt)}</time>
			</p>
			<p
				className={clsx(
					'rounded-box px-3 py-2 wrap-anywhere whitespace-pre-line',
					own ? 'bg-accent-soft' : 'bg-sunken',
				)}
			>
				{linkify(message.text).map((part, index) =>
					part.href ? (
						// oxlint-disable-next-line react/no-array-index-key -- the parts of a message never move
						<a key={index} href={part.href} target="_blank" rel="noreferrer noopener" className="text-accent underline">
							{part.text}
						</a>
					) : (
						part.text
					),
				)}
			</p>
		</li>
	);
}

function Composer() {
	const { t } = useTranslation('call');
	const session = useSession();
	const [text, setText] = useState('');
	const send = async () => {
		const sent = text.trim();
		if (sent === '') return;
		setText('');
		// What could not be sent comes back, so that nothing that was written is lost.
		if (!(await session.sendChat(sent))) setText((now) => (now === '' ? sent : now));
	};
	return (
		<form
			className="border-line flex items-end gap-2 border-t p-3"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			<textarea
				aria-label={t('chat.label')}
				placeholder={t('chat.placeholder')}
				rows={1}
				maxLength={longestText}
				value={text}
				onChange={(event) => setText(event.target.value)}
				onKeyDown={(event) => {
					if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
					event.preventDefault();
					void send();
				}}
				className="border-edge bg-surface field-sizing-content rounded-box max-h-32 min-h-11 min-w-0 flex-1 resize-none border px-3 py-2.5"
			/>
			<IconButton type="submit" variant="primary" label={t('chat.send')}>
				<SendHorizontal aria-hidden />
			</IconButton>
		</form>
	);
}
