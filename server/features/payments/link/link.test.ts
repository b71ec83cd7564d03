import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asMember, asPayer, payWithCard } from '../testing/people.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let clinic: TestClinic;
beforeAll(async () => void (world = await startWorld()));
beforeEach(async () => {
	clinic = await buildClinic(world.database, { clientLocale: 'en' });
	await world.database.client.update({ where: { id: clinic.clientId }, data: { email: 'jon@example.com' } });
});
afterAll(() => world.close());

const anna = () => asMember(world.origin, clinic);
const tokenIn = (text = '') => /\/pay#(\S+)/.exec(text)?.[1] ?? '';
const mails = () =>
	world.database.message.findMany({
		where: { clinicId: clinic.clinicId, subject: { contains: 'asks for a payment' } },
	});

it('a request by mail is paid with its link alone, which opens nothing else', async () => {
	const other = await anna().request({ amountMinor: 1_000 });
	const { id } = await anna().request({ byMail: true });
	await anna().request({ id, byMail: true });
	const [mail, ...more] = await mails();
	expect(more).toEqual([]);
	expect(mail?.text).toMatch(/8,500: Session/);

	const payer = asPayer(world.origin, tokenIn(mail?.text));
	expect(await payer.list()).toMatchObject({ clinicName: 'Demo Clinic', payments: [{ id, status: 'REQUESTED' }] });
	await expect(payer.startPaying(other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
	expect(await payWithCard(world.origin, await payer.startPaying(id), '4242424242424242')).toBe('succeeded');
	await expect
		.poll(async () => (await payer.list()).payments, { timeout: 10_000 })
		.toMatchObject([{ status: 'RECEIVED', receiptEmail: 'jon@example.com' }]);
	await expect(anna().sharePayLink(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
});

it('a link that was changed opens nothing, and one of a withdrawn request says so', async () => {
	const { id } = await anna().request();
	const token = tokenIn((await anna().sharePayLink(id)).link);
	const forged = Buffer.from(token, 'base64url');
	forged[17] = (forged[17] ?? 0) ^ 1;
	await expect(asPayer(world.origin, forged.toString('base64url')).list()).rejects.toMatchObject({
		code: 'LINK_INVALID',
	});
	await anna().withdraw(id);
	expect(await asPayer(world.origin, token).list()).toMatchObject({ payments: [{ status: 'CANCELLED' }] });
	await expect(asPayer(world.origin, token).startPaying(id)).rejects.toMatchObject({ code: 'PAYMENT_WITHDRAWN' });
	await expect(anna().sharePayLink(id, true)).rejects.toMatchObject({ code: 'PAYMENT_WITHDRAWN' });
});

it('after its time the link opens nothing; who has no address gets no mail', async () => {
	const { id } = await anna().request();
	const old = world.deps.links.pay(id, new Date(Date.now() - (60 * 24 + 1) * 3_600_000));
	await expect(asPayer(world.origin, tokenIn(old)).list()).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
	await world.database.client.update({ where: { id: clinic.clientId }, data: { email: null } });
	await expect(anna().sharePayLink(id, true)).rejects.toMatchObject({ code: 'NO_ADDRESS' });
	await anna().request({ byMail: true });
	expect(await mails()).toEqual([]);
});
