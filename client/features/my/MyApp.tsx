import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getOwnPage, type OwnPage } from '../../../shared/contract/ownPage.ts';
import { isSamtalError, type Api } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { PublicPage } from '../../ui/PublicPage.tsx';
import { AskForLink } from './AskForLink.tsx';
import { Visits } from './Visits.tsx';

type Place =
	| { at: 'loading' }
	| { at: 'ask'; expired: boolean }
	| { at: 'problem'; error: unknown }
	| { at: 'page'; page: OwnPage };

/** A client's own page. Who comes without a link that is valid is sent one by e-mail. */
export function MyApp({ api, hasLink }: { api: Api; hasLink: boolean }) {
	const { t } = useTranslation('my');
	const errorText = useErrorText();
	const [place, setPlace] = useState<Place>(hasLink ? { at: 'loading' } : { at: 'ask', expired: false });
	const [attempt, setAttempt] = useState(0);

	useEffect(() => {
		if (!hasLink) return;
		const aborter = new AbortController();
		const show = (next: Place) => !aborter.signal.aborted && setPlace(next);
		api
			.call(getOwnPage, {}, { signal: aborter.signal })
			.then((page) => show({ at: 'page', page }))
			.catch((error: unknown) =>
				show(isSamtalError(error, 'LINK_EXPIRED') ? { at: 'ask', expired: true } : { at: 'problem', error }),
			);
		return () => aborter.abort();
	}, [api, hasLink, attempt]);

	switch (place.at) {
		case 'loading':
			return (
				<PublicPage>
					<p role="status" className="text-muted">
						{t('loading')}
					</p>
				</PublicPage>
			);
		case 'ask':
			return <AskForLink api={api} expired={place.expired} />;
		case 'problem':
			return (
				<PublicPage>
					<h1 className="text-display font-semibold tracking-tight">{t('problem')}</h1>
					<p>{errorText(place.error)}</p>
					<button type="button" className={buttonStyle('primary', 'large')} onClick={() => setAttempt(attempt + 1)}>
						{t('actions.retry', { ns: 'common' })}
					</button>
				</PublicPage>
			);
		case 'page':
			return <Visits page={place.page} />;
	}
}
