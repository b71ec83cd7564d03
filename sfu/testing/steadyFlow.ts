import dgram from 'node:dgram';
import { once } from 'node:events';
import { observer, type types } from 'mediasoup';
import { rtpParameters } from '../parameters.ts';
import { opusParameters } from './rtp.ts';

/** As Opus comes, in packets of 20 ms. */
const intervalMs = 20;

/** The routers of all rooms that are made from now on, on every worker of this process; the newest last. */
export function watchRouters(): types.Router[] {
	const routers: types.Router[] = [];
	observer.on('newworker', (worker) => worker.observer.on('newrouter', (router) => routers.push(router)));
	return routers;
}

/** Packets that go into a room and are counted where they come out, beside its peers. */
export interface SteadyFlow {
	/** Up to now. */
	readonly sent: number;
	readonly received: number;
	/** Sends no more; what is on its way still counts. */
	stop(): void;
	close(): void;
}

/** Sends a microphone's packets through a room until it is stopped, over plain RTP. */
export async function startFlow(router: types.Router): Promise<SteadyFlow> {
	const listenInfo = { protocol: 'udp', ip: '127.0.0.1' } as const;
	const parameters = rtpParameters.parse(opusParameters());
	const [incoming, outgoing] = await Promise.all([
		router.createPlainTransport({ listenInfo, comedia: true }),
		router.createPlainTransport({ listenInfo }),
	]);
	const sink = dgram.createSocket('udp4').bind(0, '127.0.0.1');
	await once(sink, 'listening');
	await outgoing.connect({ ip: '127.0.0.1', port: sink.address().port });
	const producer = await incoming.produce({ kind: 'audio', rtpParameters: parameters });
	await outgoing.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities });

	let [sent, received] = [0, 0];
	sink.on('message', ([, second = 0]) => {
		// RTCP has types 64 to 95 here (RFC 5761, section 4).
		if ((second & 0x60) !== 0x40) received++;
	});
	const packet = Buffer.alloc(80);
	packet.set([0x80, parameters.codecs[0]?.payloadType ?? 0]);
	packet.writeUInt32BE(parameters.encodings?.[0]?.ssrc ?? 0, 8);
	const microphone = dgram.createSocket('udp4');
	const timer = setInterval(() => {
		sent++;
		packet.writeUInt16BE(sent % 2 ** 16, 2);
		packet.writeUInt32BE(sent * 960, 4);
		microphone.send(packet, incoming.tuple.localPort, '127.0.0.1');
	}, intervalMs);
	return {
		get sent() {
			return sent;
		},
		get received() {
			return received;
		},
		stop: () => clearInterval(timer),
		close: () => {
			clearInterval(timer);
			sink.close();
			microphone.close();
		},
	};
}
