import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bookAsClient, type BookedByClient, type BookingPage } from '../../../shared/contract/booking.ts';
import type { Api } from '../../lib/api.ts';
import { isSamtalError } from '../../lib/api.ts';
import { toLocale } from '../../lib/locale.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import type { Chosen } from './BookingApp.tsx';
import { PublicPage } from '../../ui/PublicPage.tsx';
import { OtherTimes } from './OtherTimes.tsx';
import { PersonFields, type Person } from './PersonFields.tsx';
import { Summary } from './Summary.tsx';
import { Terms } from '../../ui/Terms.tsx';
import type { TimeHold } from './timeHold.ts';

interface DetailsProps {
	api: Api;
	page: BookingPage;
	timeHold: TimeHold;
	chosen: Chosen;
	/** Another time, as the one before is gone. */
	onChosen: (chosen: Chosen) => void;
	onBack: () => void;
	onBooked: (booked: BookedByClient, email: string) => void;
}

/** Who comes, and the consent; what was filled in stays, whatever becomes of the time. */
export function Details({ api, page, timeHold, chosen, onChosen, onBack, onBooked }: DetailsProps) {
	const { t, i18n } = useTranslation('booking');
	const errorText = useErrorText();
	const [person, setPerson] = useState<Person>({ name: '', email: '', phone: '' });
	const [accepted, setAccepted] = useState(false);
	const [isBusy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>(null);

	const attempt = async (task: () => Promise<void>) => {
		setBusy(true);
		setError(null);
		try {
			await task();
		} catch (failure) {
			setError(failure);
		}
		setBusy(false);
	};
	const book = async () => {
		const { serviceId, officeId, startsAt } = chosen;
		const client = { ...person, acceptedTerms: page.terms.version, locale: toLocale(i18n.language) };
		const body = { serviceId, officeId, startsAt, ...client, timeZone: Temporal.Now.timeZoneId(), holdId: timeHold.id };
		onBooked(await api.call(bookAsClient, { params: { slug: page.slug }, body }), person.email);
	};
	const chooseOther = async (startsAt: string) => {
		const choice = { serviceId: chosen.serviceId, officeId: chosen.officeId, startsAt };
		onChosen({ ...choice, heldUntil: await timeHold.take(choice) });
	};

	return (
		<PublicPage clinic={page.clinicName}>
			<button type="button" className={`${buttonStyle('quiet')} -ml-4 self-start`} onClick={onBack}>
				<ArrowLeft aria-hidden />
				{t('back')}
			</button>
			<h1 className="text-display font-semibold tracking-tight">{t('details')}</h1>
			<Summary page={page} chosen={chosen} />
			<form
				className="flex max-w-xl flex-col gap-5"
				onSubmit={(event) => {
					event.preventDefault();
					void attempt(book);
				}}
			>
				<PersonFields person={person} onChange={setPerson} />
				<Terms
					title={t('terms')}
					consent={t('accept')}
					text={page.terms.text}
					accepted={accepted}
					onChange={setAccepted}
				/>
				{isSamtalError(error, 'TIME_NOT_FREE') ? (
					<OtherTimes
						startTimes={error.details.freeTimes ?? []}
						isBusy={isBusy}
						onChoose={(startsAt) => void attempt(() => chooseOther(startsAt))}
						onBack={onBack}
					/>
				) : (
					error !== null && (
						<p role="alert" className="bg-danger-soft rounded-box px-4 py-3">
							{errorText(error)}
						</p>
					)
				)}
				<button type="submit" disabled={isBusy} className={buttonStyle('primary', 'large')}>
					{t(isBusy ? 'booking' : 'book')}
				</button>
			</form>
		</PublicPage>
	);
}
