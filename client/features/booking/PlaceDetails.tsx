import { useTranslation } from 'react-i18next';
import type { BookingPage } from '../../../shared/contract/booking.ts';
import { bookPlace, type GroupDate, type PlaceAnswer } from '../../../shared/contract/groupPlaces.ts';
import type { Api } from '../../lib/api.ts';
import { isSamtalError } from '../../lib/api.ts';
import { Full } from './Full.tsx';
import { Summary } from './Summary.tsx';
import { useVisitor, type Visitor } from './useVisitor.ts';
import { VisitorForm } from './VisitorForm.tsx';

/** A date of a group. */
export interface ChosenDate {
	serviceId: string;
	date: GroupDate;
}

interface PlaceDetailsProps {
	api: Api;
	page: BookingPage;
	chosen: ChosenDate;
	onBack: () => void;
	onBooked: (answer: PlaceAnswer, email: string) => void;
}

/** Who comes to a group, or waits for a place in it. */
export function PlaceDetails({ api, page, chosen: { serviceId, date }, onBack, onBooked }: PlaceDetailsProps) {
	const { t } = useTranslation('booking');
	const draft = useVisitor(page);
	const service = page.services.find(({ id }) => id === serviceId);
	const wasFull = date.placesLeft === 0;

	const book = async (visitor: Visitor, waits: boolean) => {
		const params = { slug: page.slug, appointmentId: date.id };
		onBooked(await api.call(bookPlace, { params, body: { ...visitor, waits } }), visitor.email);
	};

	return (
		<VisitorForm
			{...{ page, draft, onBack }}
			summary={
				service && (
					<>
						<Summary {...{ page, service }} startsAt={date.startsAt} price={date} office={date.office} />
						{wasFull && <p className="max-w-prose">{t('groups.waitingText')}</p>}
					</>
				)
			}
			action={t(wasFull ? 'groups.wait' : 'groups.book')}
			onSubmit={(visitor) => book(visitor, wasFull)}
			wayOut={
				isSamtalError(draft.error, 'GROUP_FULL') ? (
					<Full isBusy={draft.isBusy} onWait={() => draft.attempt((visitor) => book(visitor, true))} onBack={onBack} />
				) : null
			}
		/>
	);
}
