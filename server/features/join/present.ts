import type { z } from 'zod';
import type { nextVisit, visit } from '../../../shared/contract/join.ts';
import { locale } from '../../../shared/contract/scalars.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';

export const attendeeWithVisit = {
	appointment: {
		include: {
			clinic: true,
			professional: { select: { name: true } },
			service: { select: { name: true } },
		},
	},
} satisfies Prisma.AttendeeInclude;
export type AttendeeWithVisit = Prisma.AttendeeGetPayload<{ include: typeof attendeeWithVisit }>;

export const hasAcceptedTerms = ({ acceptedTerms, appointment }: AttendeeWithVisit): boolean =>
	acceptedTerms === appointment.clinic.termsVersion;

export function presentVisit(attendee: AttendeeWithVisit): z.input<typeof visit> {
	const { appointment } = attendee;
	const { clinic } = appointment;
	return {
		appointmentId: appointment.id,
		attendeeId: attendee.id,
		startsAt: appointment.startsAt.toISOString(),
		endsAt: appointment.endsAt.toISOString(),
		clinic: { name: clinic.name, timeZone: clinic.timeZone, locale: locale.parse(clinic.locale) },
		professionalName: appointment.professional.name,
		serviceName: appointment.service.name,
		attendeeName: attendee.name,
		terms: { version: clinic.termsVersion, text: clinic.termsText },
		termsAccepted: hasAcceptedTerms(attendee),
		ended: appointment.status === 'DONE',
	};
}

export const nextVisitInclude = {
	professional: { select: { name: true } },
	service: { select: { name: true } },
	office: { select: { name: true, kind: true } },
} satisfies Prisma.AppointmentInclude;
type NextVisitRow = Prisma.AppointmentGetPayload<{ include: typeof nextVisitInclude }>;

export const presentNextVisit = (appointment: NextVisitRow): z.input<typeof nextVisit> => ({
	appointmentId: appointment.id,
	startsAt: appointment.startsAt.toISOString(),
	endsAt: appointment.endsAt.toISOString(),
	bookedAt: appointment.createdAt.toISOString(),
	professionalName: appointment.professional.name,
	serviceName: appointment.service.name,
	office: appointment.office,
});
