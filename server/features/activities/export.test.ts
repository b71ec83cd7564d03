import { expect, test } from 'vitest';
import { exportActivities } from '../../../shared/contract/activities.ts';
import type { InputOf } from '../../../shared/contract/route.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { setScene } from './testing/scene.ts';

const scene = setScene();
type Query = NonNullable<InputOf<typeof exportActivities>['query']>;
/** The file as its bytes say, the byte order mark included. */
async function save(query: Query = {}): Promise<string> {
	const response = await scene.browser.send(exportActivities, { query });
	expect(response.status).toBe(200);
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}
const header =
	'Date,Start,End,Time zone,Minutes held,State,Reason of cancellation,Participants,E-mail,Phone,Professional,Service,Place,' +
	'Price,Received,Currency,Payment';

test('the file has a line for each visit of the list, as the filter says, and no notes', async () => {
	const client = { name: 'Vera Demo', email: 'vera@example.com', phone: '555 0199' };
	await scene.write({ startsAt: '2026-03-02T10:00:00Z', client, status: 'DONE', amountMinor: 8_550, currency: 'EUR' });
	await scene.write({ startsAt: '2026-03-03T10:00:00Z', status: 'CANCELLED', receivedMinor: 500 });
	await scene.write({ startsAt: '2026-03-04T10:00:00Z' });
	const response = await scene.browser.send(exportActivities, { query: { to: '2026-03-03' } });
	expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
	expect(response.headers.get('content-disposition')).toBe('attachment; filename=activities-2026-03-02.csv');
	expect(response.headers.get('cache-control')).toBe('no-store');
	const zone = 'Atlantic/Reykjavik';
	expect(await save({ to: '2026-03-03' })).toBe(
		`\uFEFF${[
			header,
			`2026-03-03,10:00,11:00,${zone},,Cancelled,Client did not come,Jón Demo,,,Anna Demo,Session,Video,0,500,ISK,Paid`,
			`2026-03-02,10:00,11:00,${zone},,Done,,Vera Demo,vera@example.com,555 0199,Anna Demo,Session,Video,85.50,0.00,EUR,Open`,
		].join('\r\n')}\r\n`,
	);
	expect(await save({ search: 'nobody' })).toBe(`\uFEFF${header}\r\n`);
});

test('it says for how many minutes people were together', async () => {
	const appointmentId = await scene.write({ startsAt: '2026-03-02T10:00:00Z', status: 'DONE' });
	const { clinicId } = scene.clinic;
	const { id: attendeeId } = await scene.backend.db.attendee.findFirstOrThrow({ where: { appointmentId } });
	const stay = (person: object, from: string, until: string) => {
		const [joinedAt, leftAt] = [new Date(`2026-03-02T${from}:00Z`), new Date(`2026-03-02T${until}:00Z`)];
		const ids = { id: crypto.randomUUID(), peerId: crypto.randomUUID(), clinicId, appointmentId };
		return { ...ids, ...person, name: '', joinedAt, goesOn: false, leftAt, departure: 'LEFT' as const, seenAt: leftAt };
	};
	const data = [stay({ memberId: scene.professionalId }, '09:58', '10:51'), stay({ attendeeId }, '10:03', '10:50')];
	await scene.backend.db.callStay.createMany({ data });
	expect(await save()).toContain('2026-03-02,10:00,11:00,Atlantic/Reykjavik,47,Done');
});

test('it is in the viewer’s language, on the viewer’s clock', async () => {
	const data = { locale: 'de', timeZone: 'Pacific/Auckland' };
	await scene.backend.db.member.update({ where: { id: scene.professionalId }, data });
	await scene.write({ startsAt: '2026-03-02T20:30:00Z' });
	const file = await save({ from: '2026-03-03', to: '2026-03-03' });
	expect(file).toContain('Datum,Beginn,Ende');
	expect(file).toContain('2026-03-03,09:30,10:30,Pacific/Auckland,,Geplant');
});

test.each(['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1+1'])(
	'a name that begins as a formula (%j) is no formula in the file',
	async (start) => {
		await scene.write({ startsAt: '2026-03-02T10:00:00Z', client: { name: `${start} Demo`, phone: '+354 555 0101' } });
		const file = await save();
		expect(file).toContain(`'${start} Demo`);
		expect(file).toContain("'+354 555 0101");
		expect(file).not.toMatch(/(?:^|[,\n"])[=+\-@\t\r＝]/);
	},
);

test('names keep every character, and stay in their cell', async () => {
	const names = [
		'Þóra „Tóta“ Ægisdóttir',
		'Łucja Żółć',
		'木村 さくら 👩🏽‍⚕️',
		'Quote "q", comma',
		'two\nlines',
		'old\rMac',
	];
	for (const [nth, name] of names.entries()) {
		await scene.write({ startsAt: `2026-03-1${nth}T10:00:00Z`, client: { name } });
	}
	const file = await save();
	for (const name of names) {
		const cell = /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
		expect(file).toContain(`,,${cell},,,Anna Demo`);
	}
});

test('a list that is longer than what is read at once is whole, each visit once', async () => {
	const start = Date.parse('2020-01-01T00:00:00Z');
	const hours = Array.from({ length: 1_001 }, (_, nth) => new Date(start + nth * 3_600_000).toISOString());
	const { clinicId, serviceId, officeId } = scene.clinic;
	const common = { clinicId, professionalId: scene.professionalId, serviceId, officeId };
	await scene.backend.db.appointment.createMany({
		data: hours.map((startsAt) => ({
			...{ id: crypto.randomUUID(), ...common, startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000) },
			...{ amountMinor: 0, currency: 'ISK', createdAt: new Date(0) },
		})),
	});
	const lines = (await save()).trimEnd().split('\r\n').slice(1);
	expect(lines.map((line) => line.slice(0, 16))).toEqual(
		hours.map((hour) => hour.slice(0, 16).replace('T', ',')).toReversed(),
	);
});

test('what is refused is answered as everywhere', async () => {
	const wrong = await scene.browser.send(exportActivities, { query: { status: 'NONE' } });
	expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: { code: 'VALIDATION' } }]);
	const unknown = await new TestBrowser(scene.backend.origin).send(exportActivities, { query: {} });
	expect([unknown.status, await unknown.json()]).toMatchObject([401, { error: { code: 'UNAUTHENTICATED' } }]);
});
