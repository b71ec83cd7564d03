import ICAL from 'ical.js';
import { SamtalError } from '../../../shared/contract/errors.ts';

export interface BusyPeriod {
	/** Whose clock all-day and floating times are on. */
	timeZone: string;
	/** In ms since 1970; what ends before or begins after is left out. */
	from: number;
	until: number;
}
/** In ms since 1970. */
export interface Busy {
	startsAt: number;
	endsAt: number;
}

const mostOccurrences = 10_000;

/**
 * The times at which an iCalendar file (RFC 5545) says that its owner is busy: every occurrence of every event that is
 * neither cancelled nor transparent. What came from Samtal itself is left out: a visit would block its own move.
 * @throws SamtalError `CALENDAR_MALFORMED`; `CALENDAR_TOO_LARGE` for more than 10,000
 */
export function busyTimes(file: string, period: BusyPeriod): Busy[] {
	try {
		registerZones(file);
		return [...eventsOf(file)]
			.flatMap(([uid, parts]) => (uid.endsWith('@samtal') ? [] : busyOf(parts, period)))
			.filter((_, index) => {
				if (index >= mostOccurrences) throw new SamtalError('CALENDAR_TOO_LARGE');
				return true;
			});
	} catch (error) {
		// ical.js throws errors of many kinds at what it does not understand.
		throw error instanceof SamtalError ? error : new SamtalError('CALENDAR_MALFORMED');
	}
}

/** The events of a file by UID: each with its repetition first, then what changes single occurrences of it. */
function eventsOf(file: string): Map<string, ICAL.Component[]> {
	if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(file)) throw new SamtalError('CALENDAR_MALFORMED');
	const calendar = new ICAL.Component(ICAL.parse(file.replace(/^\uFEFF/, '')));
	return Map.groupBy(calendar.getAllSubcomponents('vevent'), (event) => String(event.getFirstPropertyValue('uid')));
}

function busyOf(parts: readonly ICAL.Component[], period: BusyPeriod): Busy[] {
	const [masters, changes] = [false, true].map((isChange) =>
		parts.filter((part) => part.hasProperty('recurrence-id') === isChange),
	);
	const singles = (changes ?? []).map((part) => new ICAL.Event(part));
	const changed = new Set(singles.map(({ recurrenceId }) => instantOf(recurrenceId, period.timeZone)));
	const repeated = (masters ?? []).flatMap((part) => occurrencesOf(part, changes ?? [], changed, period));
	return [...repeated, ...singles.flatMap((event) => busyAt(event, event.startDate, event.endDate, period))];
}

/** Those of the repetition that no change takes the place of. */
function occurrencesOf(
	part: ICAL.Component,
	changes: ICAL.Component[],
	changed: ReadonlySet<number>,
	period: BusyPeriod,
): Busy[] {
	const event = new ICAL.Event(part, { exceptions: changes });
	if (!event.isRecurring()) return busyAt(event, event.startDate, event.endDate, period);
	const found: Busy[] = [];
	const iterator = event.iterator();
	for (let next = iterator.next(); next; next = iterator.next()) {
		const original = instantOf(next, period.timeZone);
		if (original >= period.until) break;
		if (changed.has(original)) continue;
		const { item, startDate, endDate } = event.getOccurrenceDetails(next);
		found.push(...busyAt(item, startDate, endDate, period));
		if (found.length > mostOccurrences) throw new SamtalError('CALENDAR_TOO_LARGE');
	}
	return found;
}

function busyAt({ component }: ICAL.Event, start: ICAL.Time, end: ICAL.Time, { timeZone, from, until }: BusyPeriod) {
	const says = (name: string, value: string) => String(component.getFirstPropertyValue(name)).toUpperCase() === value;
	if (says('transp', 'TRANSPARENT') || says('status', 'CANCELLED')) return [];
	const [startsAt, endsAt] = [instantOf(start, timeZone), instantOf(end, timeZone)];
	return startsAt < endsAt && endsAt > from && startsAt < until ? [{ startsAt, endsAt }] : [];
}

/** Dates begin at midnight; they and floating times are on the owner's clock. A zone that is known by name is taken as it is known. */
function instantOf(time: ICAL.Time, ownZone: string): number {
	const { year, month, day, hour, minute, second } = time;
	const zone = time.isDate || time.zone === ICAL.Timezone.localTimezone ? ownZone : time.zone.tzid;
	if (!isKnownZone(zone)) return time.toUnixTime() * 1_000;
	const clock = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
	return clock.toZonedDateTime(zone).epochMilliseconds;
}

const knownZones = new Map<string, boolean>();

function isKnownZone(name: string): boolean {
	const known = knownZones.get(name) ?? canRead(name);
	knownZones.set(name, known);
	return known;
}

function canRead(name: string): boolean {
	try {
		Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
		return true;
	} catch {
		return false;
	}
}

/** A zone of the IANA database; many files name one without describing it. */
class KnownZone extends ICAL.Timezone {
	override utcOffset({ year, month, day, hour, minute, second }: ICAL.Time): number {
		const clock = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
		return clock.toZonedDateTime(this.tzid).offsetNanoseconds / 1e9;
	}
}

function registerZones(file: string): void {
	const named = new Set([...file.matchAll(/;TZID="?([^":;\r\n]+)/gi)].map(([, zone]) => zone ?? ''));
	for (const name of named) {
		if (isKnownZone(name)) ICAL.TimezoneService.register(new KnownZone({ tzid: name }), name);
	}
}
