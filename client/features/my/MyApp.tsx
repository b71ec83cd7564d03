import { lazy, Suspense, useCallback, type ComponentProps } from 'react';
import { getOwnPage } from '../../../shared/contract/ownPage.ts';
import { isSamtalError, type Api } from '../../lib/api.ts';
import { AskForLink } from './AskForLink.tsx';
import { LoadedPage } from './LoadedPage.tsx';
import { useLoaded } from './useLoaded.ts';
import { Visits } from './Visits.tsx';

const OwnCard = lazy(async () => ({ default: (await import('./OwnCard.tsx')).OwnCard }));

/** A client's own page. Who comes without a link that is valid is sent one by e-mail. */
export const MyApp = ({ api, hasLink }: { api: Api; hasLink: boolean }) =>
	hasLink ? <OwnPage api={api} /> : <AskForLink api={api} expired={false} />;

function OwnPage({ api }: { api: Api }) {
	const load = useCallback((signal: AbortSignal) => api.call(getOwnPage, {}, { signal }), [api]);
	const { place, readAgain } = useLoaded(load);
	if (place.at === 'problem' && isSamtalError(place.error, 'LINK_EXPIRED')) return <AskForLink api={api} expired />;
	return (
		<LoadedPage {...{ place, readAgain }}>
			{(page) => <Visits page={page} card={<CardPart api={api} clinicName={page.clinic.name} />} />}
		</LoadedPage>
	);
}

/** It comes after the visits, for which people are here. */
const CardPart = (props: ComponentProps<typeof OwnCard>) => (
	<Suspense fallback={null}>
		<OwnCard {...props} />
	</Suspense>
);
