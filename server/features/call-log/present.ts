import type { CallLog } from '../../../shared/contract/callLog.ts';
import { phasesOf, togetherMs, wholeStays, type KnownStay, type Span } from '../../../shared/domain/callLog.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import { departureOf, encryptionOf, wayOf } from './columns.ts';

/** All that is known of a visit's call, in the order of time. */
export const callLogSelect = {
	callStays: { orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }], include: { attendee: { select: { kind: true } } } },
	callChanges: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { toldBy: { select: { name: true } } } },
} satisfies Prisma.AppointmentSelect;
type Known = Prisma.AppointmentGetPayload<{ select: typeof callLogSelect }>;
type StayRow = Known['callStays'][number];
type ChangeRow = Known['callChanges'][number];

/** The log as people read it, with hosts first. */
export function presentCallLog({ callStays, callChanges }: Known, now: Date): CallLog {
	const whole = wholeStays(callStays.map(knownStay), now.getTime());
	const people = Map.groupBy(whole, ({ last }) => last.personId);
	// Nothing of a call outlasts its people.
	const end = whole.some(({ until }) => until === null) ? null : Math.max(0, ...whole.map(({ until }) => until ?? 0));
	return {
		people: [...people.values()].flatMap(presentPerson).toSorted(hostsFirst),
		togetherSeconds: Math.round(togetherMs(whole, now.getTime()) / 1_000),
		ways: phasesOf(changesOf(callChanges, wayOf), end).flatMap(({ change: { kind }, ...span }) =>
			kind === null ? [] : [{ ...isoSpan(span), way: kind }],
		),
		encryption: phasesOf(changesOf(callChanges, encryptionOf), end).flatMap(({ change, ...span }) =>
			change.kind === null ? [] : [{ ...isoSpan(span), state: change.kind, toldBy: change.toldBy }],
		),
	};
}

type Stay = KnownStay & { row: StayRow };

const knownStay = (row: StayRow): Stay => ({
	peerId: row.peerId,
	personId: row.attendeeId ?? row.memberId ?? row.peerId,
	joinedAt: row.joinedAt.getTime(),
	goesOn: row.goesOn,
	leftAt: row.leftAt?.getTime() ?? null,
	seenAt: row.seenAt.getTime(),
	row,
});

/** Under the name that they had last. */
function presentPerson(stays: (Span & { last: Stay })[]): CallLog['people'] {
	const latest = stays.at(-1)?.last;
	if (latest === undefined) return [];
	return [
		{
			personId: latest.personId,
			kind: latest.row.attendee?.kind ?? 'HOST',
			name: latest.row.name,
			stays: stays.map(({ last: { row }, ...span }) => ({
				...isoSpan(span),
				end: span.until === null ? null : row.departure === null ? 'unknown' : departureOf[row.departure],
			})),
		},
	];
}

const hostsFirst = (one: { kind: string }, other: { kind: string }) =>
	Number(one.kind !== 'HOST') - Number(other.kind !== 'HOST');

const changesOf = <K>(rows: readonly ChangeRow[], kinds: Partial<Record<ChangeRow['kind'], K>>) =>
	rows.flatMap(({ at, kind, toldBy }) => {
		const known = kinds[kind];
		return known === undefined ? [] : [{ at: at.getTime(), kind: known, toldBy: toldBy?.name ?? '' }];
	});

const isoSpan = ({ from, until }: Span) => ({
	from: new Date(from).toISOString(),
	until: until === null ? null : new Date(until).toISOString(),
});
