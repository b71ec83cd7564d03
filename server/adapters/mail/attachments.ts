import { z } from 'zod';
import type { Attachment, LaterFile, MakeFile } from '../../features/ports.ts';
import { calendarFile } from '../calendar-file.ts';

const person = z.object({ name: z.string(), email: z.string() });
const calendarEntry = z.object({
	...{ uid: z.string(), cancelled: z.boolean(), sequence: z.number() },
	...{ stamp: z.coerce.date(), startsAt: z.coerce.date(), endsAt: z.coerce.date() },
	...{ summary: z.string(), description: z.string(), location: z.string(), url: z.string().nullable() },
	...{ organizer: person, attendee: person },
});

/** How a message keeps what goes with it. */
const keptAttachments = z.array(
	z.union([
		z.object({
			...{ filename: z.string(), contentType: z.string(), content: z.string() },
			encoding: z.literal('base64').exactOptional(),
		}),
		z.object({ invoiceId: z.uuid() }),
		z.object({ paymentId: z.uuid() }),
		z.object({ calendar: z.array(calendarEntry) }),
	]),
);

/** What goes with a message, but for PDFs, which take longer to make than calendar files. */
export const readAttachments = (attachments: unknown): (Attachment | LaterFile)[] =>
	keptAttachments.parse(attachments).map((each) => ('calendar' in each ? calendarFile(each.calendar) : each));

/** All files of a message that leaves: those that were not made before are made now. */
export const filesOf = (attachments: unknown, makeFile: MakeFile): Promise<Attachment[]> =>
	Promise.all(readAttachments(attachments).map(async (each) => ('content' in each ? each : makeFile(each))));
