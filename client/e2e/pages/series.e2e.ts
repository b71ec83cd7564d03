import type { Page } from 'puppeteer';
import { beforeEach, expect, test } from 'vitest';
import { createAppointment, listClientAppointments, listServices } from '../../../shared/contract/appointments.ts';
import { expectText, openWorkstation, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
let nth = 0;
let name: string;
let clientId: string;
/** The first Monday three months ahead, at 9: weeks that nothing of the demo reaches. Each test has its own hour. */
const monday = Temporal.Now.plainDateISO('UTC').add({ days: 91 });
const first = monday.subtract({ days: monday.dayOfWeek - 1 });
const day = (week: number) => first.add({ days: 7 * week }).toString();

beforeEach(async () => {
	const { services } = await scene.workstation.call(listServices, {});
	nth += 1;
	name = `Series ${nth} Demo`;
	const visit = await scene.workstation.call(createAppointment, {
		body: {
			client: { name, email: `series-${nth}@example.com`, locale: 'en' },
			serviceId: services.find(({ durationMinutes }) => durationMinutes === 50)?.id ?? '',
			startsAt: first
				.toZonedDateTime({ timeZone: 'UTC', plainTime: { hour: nth + 8 } })
				.toInstant()
				.toString(),
			recurrence: { frequency: 'WEEKLY', interval: 1, end: { count: 4 } },
			confirm: ['OUTSIDE_HOURS'],
		},
	});
	clientId = visit.attendees[0]?.clientId ?? '';
});

async function openVisit(date: string): Promise<Page> {
	const page = await openWorkstation(scene.browser, scene.server, `/calendar?view=day&date=${date}`);
	await pressText(page, name);
	return page;
}

/** Twice, as many do: the second press must not count as one beside the window, which would close it. */
async function chooseScope(page: Page, scope: string): Promise<void> {
	await page.locator('[role=dialog] ::-p-text(This visit), [role=alertdialog] ::-p-text(This visit)').click();
	await page.locator(`[role=option]::-p-text(${scope})`).click({ count: 2 });
}

/** As a person does, digit by digit: React does not see a value that is set at once. */
async function enterTime(page: Page, digits: string): Promise<void> {
	await page.locator('input[type=time]').click();
	await page.focus('input[type=time]');
	await page.keyboard.type(digits);
}

/** By the field's own setter: the order of day, month and year on the keyboard is the browser's. */
const enterDate = (page: Page, date: Temporal.PlainDate) =>
	page.$eval(
		'[role=dialog] input[type=date]',
		(field, value) => {
			Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
			field.dispatchEvent(new Event('input', { bubbles: true }));
		},
		date.toString(),
	);

const visits = async () => {
	const { appointments } = await scene.workstation.call(listClientAppointments, { params: { clientId } });
	return appointments
		.toReversed()
		.map(({ startsAt, status }) => [startsAt.slice(0, 10), startsAt.slice(11, 16), status]);
};
const at =
	(hour: string, status = 'PLANNED') =>
	(week: number) => [day(week), hour, status];

test('this one alone is moved', async () => {
	const page = await openVisit(day(1));
	await press(page, 'Change');
	await page.mouse.click(5, 5);
	await page.waitForSelector('input[type=time]', { hidden: true });
	await press(page, 'Change');
	await enterTime(page, '1530');
	await press(page, 'Save changes');
	await expectText(page, 'The visit was changed.');
	expect(await visits()).toEqual([at('09:00')(0), at('15:30')(1), at('09:00')(2), at('09:00')(3)]);
});

test('this and the following are moved, and a time outside the hours is confirmed', async () => {
	const page = await openVisit(day(2));
	await press(page, 'Change');
	await chooseScope(page, 'This and all following');
	await enterTime(page, '1900');
	await press(page, 'Save changes');
	await expectText(page, 'Outside your working hours');
	await page.locator('label ::-p-text(Book all the same)').click();
	await press(page, 'Save changes');
	await expectText(page, 'The visit was changed.');
	expect(await visits()).toEqual([at('10:00')(0), at('10:00')(1), at('19:00')(2), at('19:00')(3)]);
});

test('all that are to come are cancelled', async () => {
	const page = await openVisit(day(1));
	await press(page, 'Cancel visit');
	await chooseScope(page, 'All that are still to come');
	await page.locator('[role=alertdialog] button::-p-text(Cancel visit)').click();
	await expectText(page, 'The visit was cancelled.');
	expect(await visits()).toEqual([0, 1, 2, 3].map(at('11:00', 'CANCELLED')));
});

test('a single visit repeats on two weekdays until a date, without the one that is left out', async () => {
	const { services } = await scene.workstation.call(listServices, {});
	const single = await scene.workstation.call(createAppointment, {
		body: {
			client: { id: clientId },
			serviceId: services.find(({ durationMinutes }) => durationMinutes === 50)?.id ?? '',
			startsAt: `${day(8)}T12:00:00Z`,
			confirm: ['OUTSIDE_HOURS'],
		},
	});
	const page = await openVisit(day(8));
	await press(page, 'Repeat visit');
	await page.locator('[role=dialog] button::-p-text(Thu)').click();
	await page.locator('[role=dialog] ::-p-text(After a number)').click();
	await page.locator('[role=option]::-p-text(On a date)').click();
	await page.waitForSelector('[role=dialog] input[type=date]');
	await enterDate(page, first.add({ weeks: 9, days: 3 }));
	await expectText(page, 'Every week on Mon and Thu, until');
	await expectText(page, '3 dates');
	await page.locator('[aria-label^="Leave out Monday"]').click();
	await expectText(page, '2 dates');
	await page.locator('label ::-p-text(Book all the same)').click();
	await press(page, 'Create series');
	await expectText(page, 'The visit was changed.');
	const { appointments } = await scene.workstation.call(listClientAppointments, { params: { clientId } });
	const dates = appointments.flatMap(({ startsAt }) => (startsAt >= single.startsAt ? [startsAt.slice(0, 10)] : []));
	const thursday = (week: number) => first.add({ weeks: week, days: 3 }).toString();
	expect(dates.toSorted()).toEqual([day(8), thursday(8), thursday(9)]);
});
