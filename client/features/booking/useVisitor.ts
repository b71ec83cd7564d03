import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingPage } from '../../../shared/contract/booking.ts';
import type { bookPlace } from '../../../shared/contract/groupPlaces.ts';
import type { InputOf } from '../../../shared/contract/route.ts';
import { toLocale } from '../../lib/locale.ts';
import type { Person } from './PersonFields.tsx';

/** Who books, and what they agree to. */
export type Visitor = Omit<InputOf<typeof bookPlace>['body'], 'waits'>;

/** What was filled in, which stays whatever becomes of an attempt to book. */
export interface VisitorDraft {
	person: Person;
	setPerson: (person: Person) => void;
	accepted: boolean;
	setAccepted: (accepted: boolean) => void;
	isBusy: boolean;
	/** Of the last attempt; null where there was none. */
	error: unknown;
	attempt: (task: (visitor: Visitor) => Promise<void>) => void;
}

export function useVisitor(page: BookingPage): VisitorDraft {
	const { i18n } = useTranslation('booking');
	const [person, setPerson] = useState<Person>({ name: '', email: '', phone: '' });
	const [accepted, setAccepted] = useState(false);
	const [isBusy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>(null);

	const attempt = async (task: (visitor: Visitor) => Promise<void>) => {
		setBusy(true);
		setError(null);
		try {
			const about = { acceptedTerms: page.terms.version, locale: toLocale(i18n.language) };
			await task({ ...person, ...about, timeZone: Temporal.Now.timeZoneId() });
		} catch (failure) {
			setError(failure);
		}
		setBusy(false);
	};
	return {
		...{ person, setPerson, accepted, setAccepted, isBusy, error },
		attempt: (task) => void attempt(task),
	};
}
