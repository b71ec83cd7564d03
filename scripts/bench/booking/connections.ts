import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Answer {
	status: number;
	body: string;
}

/**
 * A kept-alive HTTP/1.1 connection (RFC 9112) that knows as much as a measurement needs: answers with a
 * `Content-Length`, one at a time. Whoever sends shares the cores with what is measured, and node:http would cost the
 * sender a sixth of what a booking costs the application.
 */
export interface Connection {
	/** Sends one request and waits for its answer; the next may be sent then. */
	post: (path: string, cookie: string, body: string) => Promise<Answer>;
}

const HEAD_ENDS = '\r\n\r\n';

/** Opens `count` connections, all of which stay open until they are disposed of. */
export async function openConnections(origin: string, count: number): Promise<Disposable & { list: Connection[] }> {
	const { hostname, port, host } = new URL(origin);
	const sockets = Array.from({ length: count }, () => connect({ host: hostname, port: Number(port), noDelay: true }));
	await Promise.all(sockets.map((socket) => once(socket, 'connect')));
	return {
		list: sockets.map((socket) => ({ post: (...request) => post(socket, host, ...request) })),
		[Symbol.dispose]: () => sockets.forEach((socket) => socket.destroy()),
	};
}

function post(socket: Socket, host: string, path: string, cookie: string, body: string): Promise<Answer> {
	const length = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
	socket.write(`POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n${length}${HEAD_ENDS}${body}`);
	return new Promise((resolve, reject) => {
		let received = Buffer.alloc(0);
		const take = (part: Buffer) => {
			received = Buffer.concat([received, part]);
			const answer = readAnswer(received);
			if (answer === undefined) return;
			socket.off('data', take).off('close', fail);
			resolve(answer);
		};
		const fail = () => reject(new Error('The application closed the connection.'));
		socket.on('data', take).once('close', fail);
	});
}

/** The answer, once all of it is there. */
function readAnswer(received: Buffer): Answer | undefined {
	const headLength = received.indexOf(HEAD_ENDS);
	if (headLength === -1) return undefined;
	const head = received.toString('latin1', 0, headLength);
	const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
	if (length === undefined) throw new Error(`An answer without a length: ${head}`);
	const start = headLength + HEAD_ENDS.length;
	const end = start + Number(length);
	if (received.length < end) return undefined;
	return { status: Number(head.split(' ', 2)[1]), body: received.toString('utf8', start, end) };
}
