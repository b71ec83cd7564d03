import { randomUUID } from 'node:crypto';
import { bookPlace, listGroupDates } from '../../../../shared/contract/groupPlaces.ts';
import type { TestBackend } from '../../../testing/backend.ts';
import { TestBrowser } from '../../../testing/browser.ts';
import { createGroup } from '../../appointments/group/testing/group.ts';

/** The public page of somebody whose group of `capacity` meets tomorrow, with one client in it; and a visitor. */
export async function openGroupPage(backend: TestBackend, capacity: number, rules: object = {}) {
	const group = await createGroup(backend, capacity);
	const { memberId, serviceId, params } = group;
	const slug = `anna-${memberId.slice(0, 8)}`;
	await backend.db.bookingRules.create({
		data: {
			...{ memberId, slug, published: true, headline: '', about: '', stepMinutes: 60, noticeMinutes: 120 },
			...{ horizonDays: 28, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, freeCancelHours: 24, ...rules },
		},
	});
	const visitor = new TestBrowser(backend.origin);
	const form = (more: object = {}) => ({
		params: { slug, ...params },
		body: {
			...{ name: 'Vera Visitor', email: `${randomUUID()}@example.com`, phone: '+354 555 0199', locale: 'en' as const },
			...{ acceptedTerms: '1', timeZone: 'Europe/Warsaw', waits: false, ...more },
		},
	});
	const book = (more: object = {}) => visitor.call(bookPlace, form(more));
	const dates = async () => (await visitor.call(listGroupDates, { params: { slug }, query: { serviceId } })).dates;
	return { ...group, slug, visitor, form, book, dates };
}

/** The link in a mail to the place that it tells of: to change it, or to leave the waiting list. */
export const linkIn = (text: string | undefined, to: 'join?change' | 'my?waiting'): string =>
	text?.split(/\s/).find((word) => word.includes(`/${to}#`)) ?? '';
