import { expect, test } from 'vitest';
import { expectText, openAsManager, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('a manager says what stands on invoices', async () => {
	const page = await openAsManager(scene.browser, scene.server, '/settings/billing');
	await page.locator('input[autocomplete=organization]').fill('Samtal Demo Clinic ehf.');
	await page.locator('textarea[autocomplete=street-address]').fill('Laugavegur 1\n101 Reykjavík');
	await page.locator('form label::-p-text(Remind clients of overdue invoices)').click();
	await expectText(page, 'Reminders at most');
	await press(page, 'Save');
	await expectText(page, 'The details are saved.');

	const { rows } = await scene.server.database.query('SELECT "billing" FROM "Clinic" WHERE "name" = $1', [
		'Samtal Demo Clinic',
	]);
	expect(rows).toMatchObject([
		{
			billing: {
				legalName: 'Samtal Demo Clinic ehf.',
				address: 'Laugavegur 1\n101 Reykjavík',
				reminders: { afterDays: 7, times: 2 },
			},
		},
	]);
});
