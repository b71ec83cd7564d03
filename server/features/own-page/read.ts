import type { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { ownPage } from '../../../shared/contract/ownPage.ts';
import { openStatuses } from '../../../shared/domain/payments/openStatus.ts';
import { currency, locale } from '../../../shared/contract/scalars.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { ClientActor } from '../../http/actors.ts';
import type { Ambient, Links } from '../ports.ts';
import { readWaiting } from './waiting.ts';

const mostComing = 100;
const mostPast = 50;

/** All that a client's own page shows. @throws SamtalError `LINK_EXPIRED` when the client is not in the records any more */
export async function readOwnPage(
	{ db, ambient, links }: { db: Database; ambient: Ambient; links: Links },
	{ clientId, clinicId }: ClientActor,
): Promise<z.input<typeof ownPage>> {
	const now = ambient.now();
	const isComing = {
		endsAt: { gt: now },
		status: { in: ['PLANNED', 'IN_PROGRESS'] },
		cancelledAt: null,
	} satisfies AttendeeFilter;
	const visits = (where: AttendeeFilter, order: 'asc' | 'desc', take: number) =>
		db.attendee.findMany({
			where: { clientId, clinicId, ...where },
			include: { appointment: { include: { service: true, office: true, professional: withPage } } },
			orderBy: { startsAt: order },
			take,
		});
	const [client, coming, waiting, toPay, past] = await Promise.all([
		db.client.findUnique({ where: { id: clientId, clinicId }, include: { clinic: true } }),
		visits(isComing, 'asc', mostComing),
		readWaiting({ db, links }, { clientId, clinicId }, now),
		db.payment.findMany({
			where: { clientId, clinicId, method: 'CARD', status: { in: openStatuses() } },
			orderBy: { requestedAt: 'asc' },
		}),
		visits({ NOT: isComing }, 'desc', mostPast),
	]);
	if (client === null) throw new SamtalError('LINK_EXPIRED');
	const pages = [...coming, ...past].flatMap(({ appointment: { professional } }) =>
		professional.bookingRules?.published ? [[professional.bookingRules.slug, professional.name] as const] : [],
	);
	return {
		clientName: client.name,
		clinic: {
			name: client.clinic.name,
			timeZone: client.clinic.timeZone,
			locale: locale.parse(client.clinic.locale),
		},
		coming: coming.map((visit) => present(visit, now, links)),
		waiting,
		toPay: toPay.map(({ id, amountMinor, description, ...row }) => ({
			...{ id, amountMinor, description, currency: currency.parse(row.currency), payLink: links.pay(id, now) },
		})),
		past: past.map((visit) => present(visit, now, links)),
		bookable: [...new Map(pages)].map(([slug, name]) => ({ slug, name })),
	};
}

type AttendeeFilter = NonNullable<NonNullable<Parameters<Database['attendee']['findMany']>[0]>['where']>;

const withPage = { include: { bookingRules: { select: { slug: true, published: true } } } } as const;

interface VisitRow {
	id: string;
	linkVersion: number;
	startsAt: Date;
	endsAt: Date;
	status: z.input<typeof ownPage>['coming'][number]['status'];
	cancelledAt: Date | null;
	appointment: {
		service: { name: string };
		professional: { name: string };
		office: { name: string; kind: 'VIDEO' | 'PHYSICAL' };
	};
}

function present(attendee: VisitRow, now: Date, links: Links) {
	const { id, linkVersion, startsAt, endsAt, cancelledAt } = attendee;
	const { service, professional, office } = attendee.appointment;
	const status = cancelledAt === null ? attendee.status : ('CANCELLED' as const);
	const isOpen = (status === 'PLANNED' || status === 'IN_PROGRESS') && now < endsAt;
	const own = links.own(id, linkVersion);
	return {
		...{ id, status, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
		...{ serviceName: service.name, professionalName: professional.name },
		office: { name: office.name, kind: office.kind },
		joinLink: isOpen && office.kind === 'VIDEO' ? own.join : null,
		changeLink: status === 'PLANNED' && now < startsAt ? own.visit : null,
	};
}
