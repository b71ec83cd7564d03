import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTranslate } from '../../adapters/i18n.ts';
import { createMailQueue } from '../../adapters/mail/queue.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { createBooking } from '../appointments/book.ts';
import { createFindFree } from '../availability/findFree.ts';
import { createBookAsClient } from './book.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

/** What another process of the server has: turns and batches of its own, on the same database. */
function anotherProcess() {
	const { db, links, clock } = backend;
	const ambient = { now: clock.now, newId: randomUUID };
	const mail = createMailQueue(ambient);
	const book = createBooking({ db, ambient, links, mail, translate: createTranslate(), notifyTool: () => undefined });
	return createBookAsClient({ db, ambient, findFree: createFindFree({ db, ambient }), book });
}

test('somebody new who books in many processes at once becomes one client, with all of their visits', async () => {
	const { clinicId, serviceId, officeId } = await createClinic(backend.db);
	const { memberId } = await signedIn(backend, clinicId);
	const slug = randomUUID();
	await backend.db.bookingRules.create({
		data: {
			...{ memberId, slug, published: true, headline: '', about: '', stepMinutes: 60, noticeMinutes: 0 },
			...{ horizonDays: 28, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, freeCancelHours: 24 },
		},
	});
	const opening = { weekday: 2, startMinute: 8 * 60, endMinute: 20 * 60 };
	await backend.db.workingHours.create({ data: { id: randomUUID(), memberId, officeId, ...opening } });

	const mailbox = randomUUID();
	const visits = Array.from({ length: 12 }, (_, nth) =>
		anotherProcess()({
			params: { slug },
			query: {},
			body: {
				...{ serviceId, officeId, startsAt: new Date(Date.UTC(2026, 2, 3, 8 + nth)).toISOString() },
				...{ name: 'Vera Visitor', email: `${nth % 2 ? 'Vera' : 'vera'}-${mailbox}@example.com` },
				...{ phone: '+354 555 0199', locale: 'en', timeZone: 'UTC', acceptedTerms: '1', holdId: randomUUID() },
			},
		}),
	);
	expect(await Promise.all(visits)).toHaveLength(12);
	const clients = await backend.db.client.findMany({
		where: { clinicId, name: 'Vera Visitor' },
		include: { attendees: true },
	});
	expect(clients.map(({ attendees }) => attendees.length)).toEqual([12]);
});
