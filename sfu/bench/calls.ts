import { randomUUID } from 'node:crypto';
import type { types } from 'mediasoup';
import { MediaRoom } from '../MediaRoom.ts';
import { PacketCount } from '../PacketCount.ts';
import { rtpCapabilities, rtpParameters } from '../parameters.ts';
import { simulcastParameters } from '../testing/rtp.ts';
import { findWorkerBinary } from '../worker/findWorkerBinary.ts';
import { MediaWorker } from '../worker/MediaWorker.ts';
import { openIncoming, openOutgoing, type Suite } from './plainTransports.ts';

export interface CallOptions {
	receivers: number;
	suite: Suite;
	/** Ports of this machine at which the receivers listen, in turns. */
	sinkPorts: readonly number[];
}

/** One camera and its receivers on a worker of their own. */
export interface Call {
	/** To which the camera sends. */
	port: number;
	ssrc: number;
	/** The worker's. */
	pid: number;
	close(): Promise<void>;
}

const startWorker = () => MediaWorker.create(findWorkerBinary(undefined), { listenIp: '127.0.0.1', port: 0 });

/** The camera's three layers, told apart by their SSRCs; the second is the one that tiles show at first. */
function cameraLayers() {
	const { encodings, ...common } = simulcastParameters();
	const ssrcs = encodings.map((_, layer) => 1_000 + layer);
	return { parameters: { ...common, encodings: ssrcs.map((ssrc) => ({ ssrc })) }, ssrc: ssrcs[1] ?? 0 };
}

/** Browsers report what comes, and more is sent as far as they do; nobody reports here. */
function withoutEstimate(capabilities: object): types.RtpCapabilities {
	const { codecs = [], headerExtensions = [] } = rtpCapabilities.parse(capabilities);
	return {
		codecs: codecs.map((codec) => ({
			...codec,
			rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ type }) => type !== 'transport-cc' && type !== 'goog-remb'),
		})),
		headerExtensions: headerExtensions.filter(({ uri }) => !/transport-wide-cc|abs-send-time/.test(uri)),
	};
}

/** As the product does it: a MediaRoom and its peers, over other transports than the browsers' ones. */
export async function openOwnCall({ receivers, suite, sinkPorts }: CallOptions): Promise<Call> {
	const worker = await startWorker();
	let port = 0;
	let receiving = 0;
	const openTransport = async (router: types.Router, receives = false): Promise<types.PlainTransport> => {
		if (receives) return openOutgoing(router, suite, sinkPorts[receiving++ % sinkPorts.length] ?? 0);
		const transport = await openIncoming(router);
		// The first who comes has the camera.
		port ||= transport.tuple.localPort;
		return transport;
	};
	const createRouter = async (): Promise<types.Router> => {
		const router = await worker.createRouter();
		// The room knows a receiving transport by its data channel, and asks no more of it than that it consumes.
		const createWebRtcTransport = ({ enableSctp }: types.WebRtcTransportOptions) => openTransport(router, enableSctp);
		return Object.assign(router, { createWebRtcTransport });
	};
	const room = await MediaRoom.create(
		{ alive: true, webRtcServer: worker.webRtcServer, createRouter },
		new PacketCount(),
	);

	const { parameters, ssrc } = cameraLayers();
	const camera = randomUUID();
	const { send } = await room.openPeer(camera);
	await room.produce(camera, { transportId: send.id, source: 'camera', kind: 'video', rtpParameters: parameters });
	for (let count = 0; count < receivers; count += 1) {
		const peerId = randomUUID();
		const opened = await room.openPeer(peerId);
		room.canReceive(peerId, { rtpCapabilities: withoutEstimate(opened.rtpCapabilities) });
		await room.letIn(peerId);
		const consumerIds = room.consumersOf(peerId).map(({ consumerId }) => consumerId);
		await room.pauseConsumers(peerId, { consumerIds, paused: false });
	}
	return { port, ssrc, pid: worker.pid, close: () => worker.close() };
}

/** The same with mediasoup alone: its router, transports, producer and consumers, as its documentation shows them. */
export async function openBareCall({ receivers, suite, sinkPorts }: CallOptions): Promise<Call> {
	const worker = await startWorker();
	const router = await worker.createRouter();
	const incoming = await openIncoming(router);
	const { parameters, ssrc } = cameraLayers();
	const producer = await incoming.produce({ kind: 'video', rtpParameters: rtpParameters.parse(parameters) });
	const capabilities = withoutEstimate(router.rtpCapabilities);
	for (let count = 0; count < receivers; count += 1) {
		const outgoing = await openOutgoing(router, suite, sinkPorts[count % sinkPorts.length] ?? 0);
		await outgoing.consume({ producerId: producer.id, rtpCapabilities: capabilities });
	}
	return { port: incoming.tuple.localPort, ssrc, pid: worker.pid, close: () => worker.close() };
}
