import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveWaitingList, type OwnWaiting } from '../../../shared/contract/groupPlaces.ts';
import type { Api } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { PublicPage } from '../../ui/PublicPage.tsx';
import { VisitFacts } from './VisitFacts.tsx';

const words = {
	WAITING: { title: 'waiting.one', text: 'waiting.text' },
	HAS_PLACE: { title: 'waiting.hasPlace', text: 'waiting.hasPlaceText' },
	OVER: { title: 'waiting.over', text: 'waiting.overText' },
	LEFT: { title: 'waiting.left', text: 'waiting.leftText' },
} as const;

/** Where somebody stands on a waiting list, and the way out of it. */
export function OwnWaitingPage({ api, waiting }: { api: Api; waiting: OwnWaiting }) {
	const { t } = useTranslation('my');
	const errorText = useErrorText();
	const [hasLeft, setLeft] = useState(false);
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const title = useRef<HTMLHeadingElement>(null);
	// The button is gone: a screen reader goes on here.
	useEffect(() => void (hasLeft && title.current?.focus()), [hasLeft]);
	const state = hasLeft ? 'LEFT' : waiting.state;

	const leave = async () => {
		setBusy(true);
		setError(null);
		try {
			await api.call(leaveWaitingList);
			setLeft(true);
		} catch (failure) {
			setError(failure);
		}
		setBusy(false);
	};
	return (
		<PublicPage clinic={waiting.clinic.name}>
			<h1 ref={title} tabIndex={-1} className="text-display font-semibold tracking-tight">
				{t(words[state].title)}
			</h1>
			<div className="bg-surface border-line rounded-box flex flex-col gap-0.5 border p-5">
				<VisitFacts visit={waiting} />
			</div>
			{state === 'WAITING' && waiting.placeInLine !== null && (
				<p className="text-title font-semibold">{t('waiting.place', { place: waiting.placeInLine })}</p>
			)}
			<p className="max-w-prose">{t(words[state].text)}</p>
			{error !== null && (
				<p role="alert" className="text-danger font-medium">
					{errorText(error)}
				</p>
			)}
			{state === 'WAITING' && (
				<button
					type="button"
					disabled={busy}
					className={`${buttonStyle('secondary', 'large')} sm:self-start`}
					onClick={() => void leave()}
				>
					{t('waiting.leave')}
				</button>
			)}
			<a href="/my" className={`${buttonStyle('quiet')} -ml-4 self-start`}>
				{t('waiting.yours')}
			</a>
		</PublicPage>
	);
}
