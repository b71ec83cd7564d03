import type { Browser, Page } from 'puppeteer';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { admit, enterAsHost, waitAtDoor } from './people.ts';
import type { TestServer } from './server.ts';
import type { Workstation } from './workstation.ts';

export interface Call {
	visit: Appointment;
	host: Page;
	/** Page of the visit's client, admitted. */
	client: Page;
}

/** A visit of its own with its professional and its client in the call. */
export async function startCall(
	{ server, workstation, browser }: { server: TestServer; workstation: Workstation; browser: Browser },
	name: string,
	clientBrowser = browser,
): Promise<Call> {
	const visit = await workstation.bookVisit(name);
	const [host, client] = await Promise.all([
		enterAsHost(browser, server, visit.id),
		waitAtDoor(clientBrowser, joinLinkOf(visit), name),
	]);
	await admit(host, name, client);
	return { visit, host, client };
}

/** Lets one more person into a call, by a guest's link. */
export async function addGuest(
	{ workstation, browser }: { workstation: Workstation; browser: Browser },
	{ visit, host }: Pick<Call, 'visit' | 'host'>,
	name: string,
): Promise<Page> {
	const guest = await waitAtDoor(browser, await workstation.inviteGuest(visit.id, name), name);
	await admit(host, name, guest);
	return guest;
}

export function joinLinkOf(visit: Appointment): string {
	const [attendee] = visit.attendees;
	if (!attendee) throw new Error('The visit has no attendee');
	return attendee.joinLink;
}
