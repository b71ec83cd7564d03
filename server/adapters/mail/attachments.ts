import { z } from 'zod';
import type { Attachment, MakeFile } from '../../features/ports.ts';

/** How a message keeps what goes with it. */
export const keptAttachments = z.array(
	z.union([
		z.object({
			...{ filename: z.string(), contentType: z.string(), content: z.string() },
			encoding: z.literal('base64').exactOptional(),
		}),
		z.object({ invoiceId: z.uuid() }),
		z.object({ paymentId: z.uuid() }),
	]),
);

/** All files of a message that leaves: those that were not made before are made now. */
export const filesOf = (attachments: unknown, makeFile: MakeFile): Promise<Attachment[]> =>
	Promise.all(keptAttachments.parse(attachments).map(async (each) => ('content' in each ? each : makeFile(each))));
