import { Router, type Response } from 'express';
import { z } from 'zod';
import { letterOf } from '../adapters/mail/letter.ts';
import { readAttachments } from '../adapters/mail/attachments.ts';
import type { Database } from '../adapters/prisma/database.ts';
import type { Attachment, MakeFile, MakeLetter } from '../features/ports.ts';
import { outboxPage } from './outbox-page.ts';

const NEWEST = 200;
const query = z.object({ to: z.string().optional() });
/**
 * Every mail and SMS that Samtal has written, newest first, `?to=` only those to one address: `/dev/outbox` for people,
 * `/dev/outbox.json` for programs. Never part of a production server, as it shows everybody's mail to anybody.
 */
export function outboxPages(db: Database, makeFile: MakeFile, makeLetter: MakeLetter): Router {
	const router = Router();

	async function read(request: { query: unknown }) {
		const { to } = query.parse(request.query);
		const rows = await db.message.findMany({
			where: to === undefined ? {} : { to },
			orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
			take: NEWEST,
		});
		return rows.map(({ letter, ...row }) => {
			const words = letterOf({ ...row, letter }, makeLetter);
			return { ...row, ...words, attachments: readAttachments(words.attachments) };
		});
	}

	router.get('/dev/outbox', async (request, response) => {
		response
			.set('Cache-Control', 'no-store')
			.type('html')
			.send(outboxPage(await read(request)));
	});
	router.get('/dev/outbox.json', async (request, response) => {
		response.set('Cache-Control', 'no-store').json({ messages: await read(request) });
	});
	router.get('/dev/outbox/invoices/:invoiceId', async (request, response) => {
		send(response, await makeFile({ invoiceId: request.params.invoiceId }));
	});
	router.get('/dev/outbox/receipts/:paymentId', async (request, response) => {
		send(response, await makeFile({ paymentId: request.params.paymentId }));
	});
	return router;
}

const send = (response: Response, { contentType, content, encoding }: Attachment) =>
	response.set('Cache-Control', 'no-store').type(contentType).send(Buffer.from(content, encoding));
