import type { z } from 'zod';
import type { createAppointment, Service } from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import { instantOf, wallClock } from './period.ts';
import { noRepeat, toRecurrence, type Repeat } from './repeat.ts';

/** A visit as it is being filled in. Empty strings and nulls are not filled in yet. */
export interface VisitDraft {
	clientKind: 'existing' | 'new';
	clientId: string | null;
	name: string;
	email: string;
	phone: string;
	serviceId: string | null;
	officeId: string | null;
	/** Calendar date and wall-clock time in the professional's zone. */
	date: string;
	time: string;
	amountMinor: number | null;
	note: string;
	resourceIds: string[];
	notify: boolean;
	repeat: Repeat;
	/** What stands against the time and is wanted all the same. */
	confirm: Confirmable[];
}

interface Beginning {
	clientId: string | null;
	/** ISO 8601. */
	startsAt: string;
	timeZone: string;
}

export const beginVisit = ({ clientId, startsAt, timeZone }: Beginning): VisitDraft => ({
	clientKind: 'existing',
	clientId,
	name: '',
	email: '',
	phone: '',
	serviceId: null,
	officeId: null,
	...wallClock(startsAt, timeZone),
	amountMinor: null,
	note: '',
	resourceIds: [],
	notify: true,
	repeat: noRepeat,
	confirm: [],
});

/** Takes a service of the price list, and its price with it. */
export const chooseService = (draft: VisitDraft, { id, amountMinor }: Service): VisitDraft => ({
	...draft,
	serviceId: id,
	amountMinor,
});

/** What to send, or null while something that is needed is missing. */
export function toRequest(draft: VisitDraft, timeZone: string): z.input<typeof createAppointment.body> | null {
	const { clientKind, clientId, name, email, phone, serviceId, officeId, date, time, amountMinor } = draft;
	const { note, resourceIds, notify, confirm } = draft;
	const startsAt = instantOf(date, time, timeZone);
	const recurrence = toRecurrence(draft.repeat);
	const person = { name, email, ...(phone !== '' && { phone }) };
	const existing = clientId === null ? null : { id: clientId };
	const client = clientKind === 'existing' ? existing : name.trim() === '' || email.trim() === '' ? null : person;
	if (!client || !serviceId || !startsAt || recurrence === null) return null;
	return {
		client,
		serviceId,
		startsAt,
		...(officeId !== null && { officeId }),
		...(amountMinor !== null && { amountMinor }),
		...(note.trim() !== '' && { note }),
		...(resourceIds.length > 0 && { resourceIds }),
		...(!notify && { notify }),
		...(confirm.length > 0 && { confirm }),
		...(recurrence !== undefined && { recurrence }),
	};
}

/** Of a series that is being filled in, what to ask about: all its dates, those that were left out too. */
export function toPlan(draft: VisitDraft, timeZone: string): ReturnType<typeof toRequest> {
	if (draft.repeat.frequency === 'never') return null;
	return toRequest({ ...draft, confirm: [], note: '', repeat: { ...draft.repeat, leaveOut: [] } }, timeZone);
}

/** The next full half hour, a good time to begin with. */
export function nextHalfHour(now: Date): string {
	const half = 30 * 60_000;
	return new Date(Math.ceil(now.getTime() / half) * half).toISOString();
}
