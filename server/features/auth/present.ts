import type { z } from 'zod';
import type { viewer } from '../../../shared/contract/session.ts';
import { locale } from '../../../shared/contract/scalars.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';

type MemberRow = Prisma.MemberGetPayload<{ include: { clinic: true } }>;

export const presentViewer = (member: MemberRow): z.input<typeof viewer> => ({
	memberId: member.id,
	name: member.name,
	email: member.email,
	role: member.role,
	locale: locale.parse(member.locale),
	timeZone: member.timeZone,
	isTelehealthManager: member.telehealthManagerOf !== null,
	clinic: member.clinic,
});
