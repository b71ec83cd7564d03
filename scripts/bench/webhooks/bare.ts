// What `bench:webhooks` compares with: checks the signature, inserts, answers. The database's URL is its argument.
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import Stripe from 'stripe';
import { webhookSecret } from './events.ts';

const pool = new pg.Pool({ connectionString: process.argv[2] ?? '', max: 20 });
await pool.query(
	'CREATE TABLE bare_event (id text PRIMARY KEY, type text, account text, payload jsonb, at timestamptz)',
);
const text = 'INSERT INTO bare_event VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING';

const server = createServer(async (request, response) => {
	const body = await buffer(request);
	const signature = String(request.headers['stripe-signature']);
	const { id, type, account } = Stripe.webhooks.constructEvent(body, signature, webhookSecret);
	await pool.query({ name: 'insert', text, values: [id, type, account, body.toString()] });
	response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	if (address !== null && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}/\n`);
});
