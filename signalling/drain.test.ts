import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCall, startSignalling, visit, type SignallingServer } from './testing/signallingServer.ts';

let server: SignallingServer;
beforeEach(async () => {
	server = await startSignalling();
});
afterEach(() => server.close());

/** Orders the server to drain, and answers whether it is done. */
function drain(longestMs: number) {
	const order = { done: false };
	const promise = server.signalling.drain(longestMs).then(() => (order.done = true));
	return { order, promise };
}

describe('a server that drains', () => {
	it('is done at once when nobody is talking', async () => {
		await server.join(visit().host);
		await server.join(visit().attendee());
		await drain(30_000).promise;
		expect(server.signalling.health()).toMatchObject({ draining: true, running: 0, rooms: 2 });
	});

	it('lets a call go on, and whoever belongs to it come, but takes no other one', async () => {
		const { at, host, attendees } = await startCall(server, 1);
		const [anna] = attendees;
		const { order, promise } = drain(30_000);
		await expect(server.join(visit().host)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
		await expect(server.join(visit().attendee())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
		const bo = await server.join(at.attendee());
		await host.client.ask('admit', { peerId: bo.peerId });
		anna?.client.drop();
		expect(server.signalling.health()).toMatchObject({ draining: true, running: 1 });
		expect(order.done).toBe(false);
		await host.client.ask('endForAll', {});
		await promise;
	});

	it('waits for nobody whose socket is lost, and no longer than it may', async () => {
		const { attendees } = await startCall(server, 1);
		const { order, promise } = drain(30_000);
		server.clock.advance(29_999);
		await attendees[0]?.client.settled();
		expect(order.done).toBe(false);
		server.clock.advance(1);
		await promise;
		const again = drain(30_000);
		attendees[0]?.client.drop();
		await again.promise;
	});
});
