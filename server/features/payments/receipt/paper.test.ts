import { afterAll, beforeAll, expect, it } from 'vitest';
import { billingDetails } from '../../../../shared/contract/clinic.ts';
import { paymentReceipt } from '../../../../shared/contract/paymentList.ts';
import { filesOf } from '../../../adapters/mail/attachments.ts';
import { pagesOf } from '../../../testing/pdf.ts';
import { buildClinic } from '../testing/clinic.ts';
import { asMember } from '../testing/people.ts';
import { receiveByCard } from '../testing/received.ts';
import { startWorld, type World } from '../testing/world.ts';
import { createAttachReceipt } from './paper.ts';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const fetchReceipt = (paymentId: string, memberId: string) =>
	fetch(`${world.origin}${paymentReceipt.path.replace(':paymentId', paymentId)}`, {
		headers: { 'x-member': memberId },
	});

it('says what was paid to whom and how, what went back, in the client’s language; it goes with the mail', async () => {
	const clinic = await buildClinic(world.database, { clientLocale: 'de' });
	const billing = billingDetails.parse({ legalName: 'Łódź Þórðar ehf.', registrationNumber: '550101-2340' });
	await world.database.clinic.update({ where: { id: clinic.clinicId }, data: { billing } });
	const paymentId = await receiveByCard(world, clinic);
	const receivedAt = new Date('2026-03-01T23:30:00Z');
	await world.database.payment.update({ where: { id: paymentId }, data: { receivedAt } });
	await asMember(world.origin, clinic).refund(paymentId, 1500);

	const answer = await fetchReceipt(paymentId, clinic.professionalId);
	expect(answer.headers.get('content-type')).toBe('application/pdf');
	const number = paymentId.slice(0, 8).toUpperCase();
	expect(answer.headers.get('content-disposition')).toContain(`${number}.pdf`);
	const pdf = new Uint8Array(await answer.arrayBuffer());
	const [page = ''] = await pagesOf(pdf);
	for (const words of [`Zahlungsbeleg ${number}`, 'Łódź Þórðar ehf.', 'Registernummer 550101-2340', 'Jón Demo']) {
		expect(page).toContain(words);
	}
	expect(page).toMatch(/1\. März 2026.*Visa •••• 4242.*8\.500.*Erstattet.*-1\.500.*Verbleibt.*7\.000/);
	expect(page).not.toMatch(/receipt\.|takings\.|\{\{/);

	const mail = await world.database.message.findFirstOrThrow({
		where: { clinicId: clinic.clinicId, subject: { startsWith: 'Zahlungsbeleg' } },
	});
	const attach = createAttachReceipt(world.deps);
	const [attached] = await filesOf(mail.attachments, (wanted) => attach('paymentId' in wanted ? wanted.paymentId : ''));
	expect(attached?.filename).toBe(`${number}.pdf`);
	expect((await pagesOf(Buffer.from(attached?.content ?? '', 'base64')))[0]).toContain('7.000');
});

it('is there for money that came by another way, for whoever may see the payment, and for nothing before it came', async () => {
	const clinic = await buildClinic(world.database, { clientLocale: 'en' });
	const stranger = await buildClinic(world.database);
	const cash = await asMember(world.origin, clinic).record({ method: 'CASH' });
	const asked = await asMember(world.origin, clinic).request();
	const answer = await fetchReceipt(cash.id, clinic.managerId);
	expect((await pagesOf(new Uint8Array(await answer.arrayBuffer())))[0]).toMatch(/Way of payment Cash/);
	expect((await fetchReceipt(cash.id, stranger.managerId)).status).toBe(404);
	expect((await fetchReceipt(asked.id, clinic.managerId)).status).toBe(404);
});
