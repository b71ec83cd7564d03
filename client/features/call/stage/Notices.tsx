import { CircleAlert, DoorOpen, Hand, LogIn, LogOut, MessageSquare, WifiOff, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../lib/errorText.ts';
import { announce } from '../../../ui/announce.ts';
import type { Notice, NoticeKind } from '../session/state.ts';
import { useCall, useSession } from './callContext.ts';

const shownMs = 5_000;
const icons = {
	joined: LogIn,
	returned: LogIn,
	left: LogOut,
	lost: WifiOff,
	handRaised: Hand,
	atDoor: DoorOpen,
	chat: MessageSquare,
	failed: CircleAlert,
} satisfies Record<NoticeKind, unknown>;

/** What just happened, shown for a moment and said to screen readers: somebody at the door at once, the rest politely. */
export function Notices() {
	const notices = useCall((state) => state.notices);
	return (
		<ul className="flex max-w-full flex-col items-center gap-2 empty:hidden">
			{notices.map((notice) => (
				<NoticeLine key={notice.id} notice={notice} />
			))}
		</ul>
	);
}

function NoticeLine({ notice }: { notice: Notice }) {
	const { t, i18n } = useTranslation(['call', 'errors', 'common']);
	const session = useSession();
	const { id, kind, name, code } = notice;
	const text = code ? errorText(i18n, code) : t(`call:notice.${kind}`, { name });
	const Icon = icons[kind];
	useEffect(() => {
		announce(text, kind === 'atDoor' ? 'assertive' : 'polite');
		// Somebody at the door stays until something is done about it.
		if (kind === 'atDoor') return undefined;
		const timer = setTimeout(() => session.view.dismissNotice(id), shownMs);
		return () => clearTimeout(timer);
	}, [id, kind, text, session]);
	return (
		<li className="bg-surface border-line text-ink animate-rise shadow-float pointer-events-auto flex items-center gap-2.5 rounded-box border py-1.5 pr-1.5 pl-3.5">
			<Icon aria-hidden className="text-accent size-5 shrink-0" />
			<span className="min-w-0">{text}</span>
			{kind === 'atDoor' && <DoorAction noticeId={id} />}
			<button
				type="button"
				aria-label={t('common:notification.dismiss')}
				onClick={() => session.view.dismissNotice(id)}
				className="hover:bg-sunken grid size-9 shrink-0 place-items-center rounded-inner"
			>
				<X aria-hidden className="size-4" />
			</button>
		</li>
	);
}

function DoorAction({ noticeId }: { noticeId: number }) {
	const { t } = useTranslation('call');
	const session = useSession();
	return (
		<button
			type="button"
			className="text-accent hover:bg-sunken min-h-9 shrink-0 rounded-inner px-2.5 font-semibold"
			onClick={() => {
				session.view.showPanel('people');
				session.view.dismissNotice(noticeId);
			}}
		>
			{t('notice.open')}
		</button>
	);
}
