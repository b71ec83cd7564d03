import { useTranslation } from 'react-i18next';
import { bookAsClient, type BookingPage } from '../../../shared/contract/booking.ts';
import type { PlaceAnswer } from '../../../shared/contract/groupPlaces.ts';
import type { Api } from '../../lib/api.ts';
import { isSamtalError } from '../../lib/api.ts';
import { OtherTimes } from './OtherTimes.tsx';
import { Summary } from './Summary.tsx';
import type { Chosen, TimeHold } from './timeHold.ts';
import { useVisitor, type Visitor } from './useVisitor.ts';
import { VisitorForm } from './VisitorForm.tsx';

interface DetailsProps {
	api: Api;
	page: BookingPage;
	timeHold: TimeHold;
	chosen: Chosen;
	/** Another time, as the one before is gone. */
	onChosen: (chosen: Chosen) => void;
	onBack: () => void;
	onBooked: (answer: PlaceAnswer, email: string) => void;
}

/** Who comes at the time that was chosen. */
export function Details({ api, page, timeHold, chosen, onChosen, onBack, onBooked }: DetailsProps) {
	const { t } = useTranslation('booking');
	const draft = useVisitor(page);
	const { serviceId, officeId, startsAt, heldUntil } = chosen;
	const service = page.services.find(({ id }) => id === serviceId);

	const book = async (visitor: Visitor) => {
		const body = { serviceId, officeId, startsAt, ...visitor, holdId: timeHold.id };
		const booked = await api.call(bookAsClient, { params: { slug: page.slug }, body });
		onBooked({ outcome: 'BOOKED', ...booked }, visitor.email);
	};
	const chooseOther = async (other: string) => {
		const choice = { serviceId, officeId, startsAt: other };
		onChosen({ ...choice, heldUntil: await timeHold.take(choice) });
	};

	return (
		<VisitorForm
			{...{ page, draft, onBack }}
			summary={
				service && (
					<Summary
						{...{ page, startsAt, service, price: service, heldUntil }}
						office={page.offices.find(({ id }) => id === officeId)}
					/>
				)
			}
			action={t('book')}
			onSubmit={book}
			wayOut={
				isSamtalError(draft.error, 'TIME_NOT_FREE') ? (
					<OtherTimes
						startTimes={draft.error.details.freeTimes ?? []}
						isBusy={draft.isBusy}
						onChoose={(other) => draft.attempt(() => chooseOther(other))}
						onBack={onBack}
					/>
				) : null
			}
		/>
	);
}
