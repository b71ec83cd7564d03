import type { z } from 'zod';
import type { clientToBook, createAppointment, Service } from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import { instantOf, wallClock } from './period.ts';
import { noRepeat, toRecurrence, type Repeat } from './repeat.ts';

/** Somebody of the records, or a new person, as they are being filled in. */
export interface ClientDraft {
	clientKind: 'existing' | 'new';
	clientId: string | null;
	name: string;
	email: string;
	phone: string;
}

/** One of the further clients of a group; `key` tells them apart while they have no name. */
export interface OtherClient extends ClientDraft {
	key: string;
}

/** A visit as it is being filled in. Empty strings and nulls are not filled in yet. */
export interface VisitDraft extends ClientDraft {
	/** The further clients of a group. */
	others: OtherClient[];
	serviceId: string | null;
	officeId: string | null;
	/** Calendar date and wall-clock time in the professional's zone. */
	date: string;
	time: string;
	/** How long it takes; null for as long as its service. */
	minutes: number | null;
	amountMinor: number | null;
	note: string;
	resourceIds: string[];
	notify: boolean;
	repeat: Repeat;
	/** What stands against the time and is wanted all the same. */
	confirm: Confirmable[];
}

export const beginClient = (clientId: string | null = null): ClientDraft => ({
	...{ clientKind: 'existing', clientId, name: '', email: '', phone: '' },
});

interface Beginning {
	clientId: string | null;
	/** ISO 8601. */
	startsAt: string;
	minutes?: number | undefined;
	timeZone: string;
}

export const beginVisit = ({ clientId, startsAt, minutes, timeZone }: Beginning): VisitDraft => ({
	...beginClient(clientId),
	others: [],
	serviceId: null,
	officeId: null,
	...wallClock(startsAt, timeZone),
	minutes: minutes ?? null,
	amountMinor: null,
	note: '',
	resourceIds: [],
	notify: true,
	repeat: noRepeat,
	confirm: [],
});

/** Takes a service of the price list, and its price with it; as many clients as it has places. */
export const chooseService = (draft: VisitDraft, { id, amountMinor, capacity }: Service): VisitDraft => ({
	...draft,
	others: draft.others.slice(0, capacity - 1),
	serviceId: id,
	amountMinor,
});

/** Who is meant, or null while something that is needed is missing. */
export function toClient({
	clientKind,
	clientId,
	name,
	email,
	phone,
}: ClientDraft): z.input<typeof clientToBook> | null {
	if (clientKind === 'existing') return clientId === null ? null : { id: clientId };
	if (name.trim() === '' || email.trim() === '') return null;
	return { name, email, ...(phone !== '' && { phone }) };
}

/** What to send, or null while something that is needed is missing. */
export function toRequest(draft: VisitDraft, timeZone: string): z.input<typeof createAppointment.body> | null {
	const { serviceId, officeId, date, time, minutes, amountMinor, note, resourceIds, notify, confirm } = draft;
	const startsAt = instantOf(date, time, timeZone);
	const recurrence = toRecurrence(draft.repeat);
	const client = toClient(draft);
	const alsoClients = draft.others.map(toClient).filter((other) => other !== null);
	if (alsoClients.length < draft.others.length) return null;
	if (!client || !serviceId || !startsAt || recurrence === null) return null;
	return {
		client,
		...(alsoClients.length > 0 && { alsoClients }),
		serviceId,
		startsAt,
		...(officeId !== null && { officeId }),
		...(minutes !== null && { durationMinutes: minutes }),
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
