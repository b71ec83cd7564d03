import type { Prisma } from '../../server/adapters/prisma/generated/client.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';

/** The password of every demo account; the demo clinic never exists in production. */
export const demoPassword = 'samtal-demo';
const timeZone = 'Atlantic/Reykjavik';

export const demoAccounts = [
	{ role: 'MANAGER', name: 'Helga Demo', email: 'manager@example.com' },
	{ role: 'PROFESSIONAL', name: 'Anna Demo', email: 'anna@example.com' },
	{ role: 'PROFESSIONAL', name: 'Marek Demo', email: 'marek@example.com' },
	{ role: 'PROFESSIONAL', name: 'Eva Demo', email: 'eva@example.com' },
] as const;

/** Whose visit is always about to start. */
export const demoHost = 'anna@example.com';

const services = [
	{ name: 'First interview', durationMinutes: 80, amountMinor: 28_000 },
	{ name: 'Individual session', durationMinutes: 50, amountMinor: 19_500 },
	{ name: 'Couples session', durationMinutes: 80, amountMinor: 29_500 },
	{ name: 'Short follow-up', durationMinutes: 25, amountMinor: 9_500 },
	{ name: 'Group session', durationMinutes: 80, amountMinor: 7_500, capacity: 8 },
	{ name: 'Mindfulness group', durationMinutes: 50, amountMinor: 6_000, capacity: 4 },
];

const clients = [
	{ name: 'Jón Demo', email: 'jon@example.com', phone: '+354 555 0101', locale: 'is' },
	{ name: 'Sigríður Demo', email: 'sigridur@example.com', phone: '+354 555 0102', locale: 'is' },
	{ name: 'Katarzyna Demo', email: 'katarzyna@example.com', phone: '+48 555 010 103', locale: 'pl' },
	{ name: 'Piotr Demo', email: 'piotr@example.com', phone: '+48 555 010 104', locale: 'pl' },
	{ name: 'Hannah Demo', email: 'hannah@example.com', phone: '+49 555 010105', locale: 'de' },
	{ name: 'Lukas Demo', email: 'lukas@example.com', phone: '+49 555 010106', locale: 'de' },
	{ name: 'Emma Demo', email: 'emma@example.com', phone: '+44 555 010107', locale: 'en' },
	{ name: 'Oliver Demo', email: 'oliver@example.com', phone: '+44 555 010108', locale: 'en' },
];

const termsText = [
	'This is a demonstration. Please do not enter real health information.',
	'Your visit takes place by video. The clinic processes your name, your contact details and what you tell your professional, in order to treat you. Nothing is recorded.',
	'You can leave the visit at any time, and you can ask the clinic for a copy of your data or for its erasure.',
].join('\n\n');

export type DemoClinic = ReturnType<typeof describeClinic>;

function describeClinic({ newId }: Ambient) {
	const clinicId = newId();
	const currency = 'ISK' as const;
	return {
		id: clinicId,
		timeZone,
		members: demoAccounts.map((each) => ({ ...each, id: newId(), clinicId, locale: 'en', timeZone })),
		offices: [
			{ id: newId(), clinicId, name: 'Video', kind: 'VIDEO' as const },
			{ id: newId(), clinicId, name: 'Demo Street 1, Reykjavík', kind: 'PHYSICAL' as const },
		],
		services: services.map((each) => ({ ...each, id: newId(), clinicId, currency })),
		clients: clients.map((each) => ({ ...each, id: newId(), clinicId })),
	};
}

/** The clinic with its people, offices, price list, opening hours and clients. */
export async function createClinic(tx: Queryable, ambient: Ambient, passwordHash: string): Promise<DemoClinic> {
	const clinic = describeClinic(ambient);
	const { id, members, offices, services: priceList } = clinic;
	await tx.clinic.createMany({
		data: [
			{
				...{ id, name: 'Samtal Demo Clinic', timeZone, currency: 'ISK', locale: 'en' },
				...{ termsVersion: '2026-01', termsText },
			},
		],
	});
	await tx.member.createMany({ data: members.map((each) => ({ ...each, passwordHash })) });
	await tx.office.createMany({ data: offices });
	await tx.service.createMany({ data: priceList });
	await tx.serviceOffice.createMany({
		data: priceList.flatMap(({ id: serviceId }) =>
			offices.map(({ id: officeId }) => ({ clinicId: id, serviceId, officeId })),
		),
	});
	await tx.client.createMany({ data: clinic.clients.map((each) => ({ ...each, createdAt: ambient.now() })) });
	await tx.workingHours.createMany({ data: openings(clinic, ambient.newId) });
	await tx.bookingRules.createMany({ data: publicPages(clinic) });
	return clinic;
}

/** `/book/anna-demo` and `/book/marek-demo`, each with rules of their own. */
function publicPages({ members }: DemoClinic): Prisma.BookingRulesCreateManyInput[] {
	const pages = [
		{ name: 'Anna Demo', slug: 'anna-demo', headline: 'Psychologist', stepMinutes: 30, bufferAfterMinutes: 10 },
		{ name: 'Marek Demo', slug: 'marek-demo', headline: 'Psychotherapist', stepMinutes: 60, bufferAfterMinutes: 0 },
	];
	return pages.flatMap(({ name, ...page }) =>
		members
			.filter((member) => member.name === name)
			.map(({ id: memberId }) => ({
				...{ ...page, memberId, published: true, noticeMinutes: 120, horizonDays: 60, bufferBeforeMinutes: 0 },
				...{ about: 'This is a demonstration page. Nobody is treated here.', freeCancelHours: 24 },
			})),
	);
}

/** By video every working day, with a break at noon; at the office on Tuesday and Thursday afternoons. */
function openings({ members, offices }: DemoClinic, newId: () => string): Prisma.WorkingHoursCreateManyInput[] {
	const hours = [
		...[1, 2, 3, 4, 5].map((weekday) => ({ kind: 'VIDEO', weekday, startMinute: 9 * 60, endMinute: 12 * 60 })),
		...[1, 2, 3, 4, 5].map((weekday) => ({ kind: 'VIDEO', weekday, startMinute: 13 * 60, endMinute: 17 * 60 })),
		...[2, 4].map((weekday) => ({ kind: 'PHYSICAL', weekday, startMinute: 13 * 60, endMinute: 16 * 60 })),
	];
	return members.flatMap(({ id: memberId }) =>
		offices.flatMap(({ id: officeId, kind }) =>
			hours
				.filter((opening) => opening.kind === kind)
				.map(({ kind: _, ...opening }) => ({ ...opening, id: newId(), memberId, officeId })),
		),
	);
}
