import type { NoteDocument } from '../../shared/contract/notes.ts';
import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoVisit } from './visits.ts';

const topics = [
	['Sleep is better, about seven hours.', 'Keeps the diary; brings it next time.'],
	['Spoke about the return to work.', 'Agreed on two shorter days in the first week.'],
	['Breathing exercise practised together.', 'Will try it before meetings.'],
] as const;

/** A note on every second visit that is over; each third of them is shared with the client. */
export async function writeNotes(
	tx: Queryable,
	{ newId }: Ambient,
	clinicId: string,
	visits: readonly DemoVisit[],
): Promise<void> {
	const noted = visits.filter(({ status }) => status === 'DONE').filter((_, index) => index % 2 === 0);
	await tx.note.createMany({
		data: noted.map(({ id, professionalId, client, endsAt }, index) => ({
			...{ id: newId(), clinicId, clientId: client.id, appointmentId: id, authorId: professionalId },
			document: documentOf(topics[index % topics.length] ?? []),
			...{ createdAt: endsAt, updatedAt: endsAt, sharedAt: index % 3 === 0 ? endsAt : null },
		})),
	});
}

const documentOf = ([first = '', ...points]: readonly string[]) =>
	({
		type: 'doc',
		content: [
			{ type: 'paragraph', content: [{ type: 'text', text: first }] },
			{ type: 'bulletList', content: points.map((text) => ({ type: 'listItem', content: [paragraph(text)] })) },
		],
	}) satisfies NoteDocument;

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });
