import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorker, type types } from 'mediasoup';
import { build, type Rolldown } from 'vite';

const codecs: types.RouterRtpCodecCapability[] = [
	{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
	{ kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
];

/** A page's script and a media server with nothing around them: the floor for a call over the SFU. */
export interface BareSfu {
	/** An empty page which has the script of `bare-sfu-page.ts` as `window.bareSfu`. */
	url: string;
	close(): Promise<void>;
}

/** What the steps read from a request; each reads only what is its own, and the page is ours. */
interface Body {
	id: string;
	producerId: string;
	kind: types.MediaKind;
	rtpParameters: types.RtpParameters;
	rtpCapabilities: types.RtpCapabilities;
	dtlsParameters: types.DtlsParameters;
}

/** Serves mediasoup over plain HTTP requests, one per step, without checks of any kind. */
export async function startBareSfu(workerBinary: string): Promise<BareSfu> {
	const worker = await createWorker({ workerBin: workerBinary, logLevel: 'none' });
	const webRtcServer = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
	const router = await worker.createRouter({ mediaCodecs: codecs });
	const transports = new Map<string, types.WebRtcTransport>();
	const consumers = new Map<string, types.Consumer>();
	const producers: types.Producer[] = [];
	/** Those who are told of each producer that is not of their own transport. */
	const listeners: { but: string; response: ServerResponse }[] = [];
	const tell = (event: 'opened' | 'closed', producerId: string, transportId: string) => {
		for (const { but, response } of listeners)
			if (but !== transportId) response.write(`event: ${event}\ndata: ${producerId}\n\n`);
	};
	const script = await bundle();

	const steps: Record<string, (body: Body) => Promise<unknown>> = {
		open: async () => {
			const [send, receive] = await Promise.all(
				[0, 1].map(() => router.createWebRtcTransport({ webRtcServer, initialAvailableOutgoingBitrate: 1_000_000 })),
			);
			for (const transport of [send, receive]) if (transport) transports.set(transport.id, transport);
			const options = (transport: types.WebRtcTransport | undefined) =>
				transport && {
					id: transport.id,
					iceParameters: transport.iceParameters,
					iceCandidates: transport.iceCandidates,
					dtlsParameters: transport.dtlsParameters,
				};
			return {
				rtpCapabilities: router.rtpCapabilities,
				send: options(send),
				receive: options(receive),
				producers: producers.map(({ id }) => id),
			};
		},
		connect: async ({ id, dtlsParameters }) => {
			await transports.get(id)?.connect({ dtlsParameters });
			return {};
		},
		produce: async ({ id, kind, rtpParameters }) => {
			const producer = await transports.get(id)?.produce({ kind, rtpParameters });
			if (producer) {
				producers.push(producer);
				tell('opened', producer.id, id);
				producer.observer.once('close', () => {
					producers.splice(producers.indexOf(producer), 1);
					tell('closed', producer.id, id);
				});
			}
			return { id: producer?.id };
		},
		consume: async ({ id, producerId, rtpCapabilities }) => {
			const consumer = await transports.get(id)?.consume({ producerId, rtpCapabilities, paused: true });
			if (consumer) consumers.set(consumer.id, consumer);
			consumer?.observer.once('close', () => consumers.delete(consumer.id));
			return { id: consumer?.id, producerId, kind: consumer?.kind, rtpParameters: consumer?.rtpParameters };
		},
		resume: async ({ id }) => {
			await consumers.get(id)?.resume();
			return {};
		},
		leave: async ({ id }) => {
			const transport = transports.get(id);
			transport?.close();
			return {};
		},
	};

	const server = createServer(async (request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
		if (pathname === '/producers') {
			listeners.push({ but: searchParams.get('but') ?? '', response });
			response.writeHead(200, { 'Content-Type': 'text/event-stream' });
			for (const { id } of producers) response.write(`event: opened\ndata: ${id}\n\n`);
			return;
		}
		const step = steps[pathname.slice(1)];
		if (!step || request.method !== 'POST') {
			response.setHeader('Content-Type', 'text/html').end(`<!doctype html><script>${script}</script>`);
			return;
		}
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		try {
			response.end(JSON.stringify(await step(JSON.parse(Buffer.concat(chunks).toString() || '{}'))));
		} catch {
			// Who has just left can no longer be heard.
			response.writeHead(409).end('{}');
		}
	});
	await listen(server);
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('The bare media server has no address');
	return {
		url: `http://127.0.0.1:${address.port}/`,
		close: async () => {
			server.closeAllConnections();
			server.close();
			worker.close();
		},
	};
}

const listen = (server: Server): Promise<void> => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

async function bundle(): Promise<string> {
	const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'bare-sfu-page.ts');
	const built = await build({
		configFile: false,
		logLevel: 'error',
		build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bareSfu' } },
	});
	const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
	const code = outputs[0]?.output[0].code;
	if (!code) throw new Error('The bare page was not built');
	return code.replaceAll('</script', '<\\/script');
}
