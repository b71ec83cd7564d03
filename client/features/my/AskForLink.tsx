import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestOwnPage } from '../../../shared/contract/ownPage.ts';
import type { Api } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { LargeField } from '../../ui/LargeField.tsx';
import { PublicPage } from '../../ui/PublicPage.tsx';

/** Sends the link to an address; whether anybody knows it is not said. */
export function AskForLink({ api, expired }: { api: Api; expired: boolean }) {
	const { t } = useTranslation('my');
	const errorText = useErrorText();
	const [email, setEmail] = useState('');
	const [sent, setSent] = useState(false);
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const title = useRef<HTMLHeadingElement>(null);
	// The form is gone: a screen reader goes on here.
	useEffect(() => void (sent && title.current?.focus()), [sent]);

	const send = async () => {
		setBusy(true);
		setError(null);
		try {
			await api.call(requestOwnPage, { body: { email: email.trim() } });
			setSent(true);
		} catch (failure) {
			setError(failure);
		} finally {
			setBusy(false);
		}
	};

	if (sent)
		return (
			<PublicPage>
				<h1 ref={title} tabIndex={-1} className="text-display font-semibold tracking-tight">
					{t('sent.title')}
				</h1>
				<p className="max-w-prose text-title">{t('sent.text', { email: email.trim() })}</p>
				<p className="text-muted max-w-prose">{t('sent.help')}</p>
				<button
					type="button"
					className={`${buttonStyle('secondary', 'large')} sm:self-start`}
					onClick={() => setSent(false)}
				>
					{t('sent.other')}
				</button>
			</PublicPage>
		);
	return (
		<PublicPage>
			<h1 className="text-display font-semibold tracking-tight">{t('ask.title')}</h1>
			<p className="max-w-prose text-title">{t(expired ? 'ask.expired' : 'ask.text')}</p>
			<form
				className="flex max-w-lg flex-col gap-5"
				onSubmit={(event) => {
					event.preventDefault();
					if (!busy) void send();
				}}
			>
				<LargeField
					label={t('ask.email')}
					hint={t('ask.hint')}
					type="email"
					autoComplete="email"
					maxLength={254}
					value={email}
					onValue={setEmail}
				/>
				{error !== null && (
					<p role="alert" className="text-danger font-medium">
						{errorText(error)}
					</p>
				)}
				<button type="submit" className={`${buttonStyle('primary', 'large')} sm:self-start`} disabled={busy}>
					{t('ask.send')}
				</button>
			</form>
		</PublicPage>
	);
}
