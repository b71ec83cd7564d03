import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getBookingPage, type BookingPage } from '../../../shared/contract/booking.ts';
import type { PlaceAnswer } from '../../../shared/contract/groupPlaces.ts';
import type { Api } from '../../lib/api.ts';
import { isSamtalError } from '../../lib/api.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { PublicLoading } from '../../ui/PublicLoading.tsx';
import { PublicProblem } from '../../ui/PublicProblem.tsx';
import { Booked } from './Booked.tsx';
import { ChooseTime } from './ChooseTime.tsx';
import { Details } from './Details.tsx';
import { PlaceDetails, type ChosenDate } from './PlaceDetails.tsx';
import type { Chosen, TimeHold } from './timeHold.ts';

type Place =
	| { at: 'loading' }
	| { at: 'problem'; error: unknown }
	| { at: 'page'; page: BookingPage }
	| { at: 'booked'; page: BookingPage; answer: PlaceAnswer; email: string };

/** The client's way to a visit: professional, service, place and time; then who they are; then it is booked. */
export function BookingApp({ api, slug, timeHold }: { api: Api; slug: string; timeHold: TimeHold }) {
	const { t } = useTranslation('booking');
	const errorText = useErrorText();
	const [place, setPlace] = useState<Place>({ at: 'loading' });
	const [chosen, setChosen] = useState<Chosen | ChosenDate | null>(null);
	const [attempt, setAttempt] = useState(0);

	useEffect(() => {
		let isShown = true;
		const show = (next: Place) => isShown && setPlace(next);
		api.call(getBookingPage, { params: { slug } }).then(
			(page) => show({ at: 'page', page }),
			(error: unknown) => show({ at: 'problem', error }),
		);
		return () => void (isShown = false);
	}, [api, slug, attempt]);

	// The way back of the browser leads from the form to the times.
	useEffect(() => {
		const goBack = () => {
			timeHold.release();
			setChosen(null);
		};
		window.addEventListener('popstate', goBack);
		return () => window.removeEventListener('popstate', goBack);
	}, [timeHold]);

	const choose = (next: Chosen | ChosenDate) => {
		if (chosen === null) history.pushState(null, '', '#details');
		setChosen(next);
	};

	switch (place.at) {
		case 'loading':
			return <PublicLoading text={t('loading')} />;
		case 'problem': {
			const isMissing = isSamtalError(place.error, 'NOT_FOUND') || isSamtalError(place.error, 'VALIDATION');
			if (isMissing) return <PublicProblem title={t('missing.title')} text={t('missing.text')} />;
			return (
				<PublicProblem title={t('problem')} text={errorText(place.error)} onRetry={() => setAttempt(attempt + 1)} />
			);
		}
		case 'booked':
			return <Booked page={place.page} answer={place.answer} email={place.email} />;
		case 'page': {
			const { page } = place;
			const onBack = () => history.back();
			const onBooked = (answer: PlaceAnswer, email: string) => setPlace({ at: 'booked', page, answer, email });
			return (
				<>
					{/* Stays as it is behind the form, for who comes back. */}
					<div hidden={chosen !== null}>
						<ChooseTime
							api={api}
							page={page}
							timeHold={timeHold}
							isShown={chosen === null}
							onChosen={choose}
							onDate={choose}
						/>
					</div>
					{chosen && 'date' in chosen && <PlaceDetails {...{ api, page, chosen, onBack, onBooked }} />}
					{chosen && !('date' in chosen) && (
						<Details {...{ api, page, timeHold, chosen, onBack, onBooked }} onChosen={choose} />
					)}
				</>
			);
		}
	}
}
