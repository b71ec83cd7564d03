import { Device, type types } from 'mediasoup-client';
import { cameraEncodings } from '../../features/call/session/layers.ts';

interface Opened {
	rtpCapabilities: types.RtpCapabilities;
	send: types.TransportOptions;
	receive: types.TransportOptions;
	producers: string[];
}

async function step<T>(name: string, body: object): Promise<T> {
	const response = await fetch(`/${name}`, { method: 'POST', body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${name} was refused`);
	return response.json() as Promise<T>;
}

async function join(stream: MediaStream): Promise<{
	opened: Opened;
	send: types.Transport;
	receive: types.Transport;
	device: Device;
	leave: () => Promise<unknown>;
}> {
	const opened = await step<Opened>('open', {});
	const device = new Device();
	await device.load({ routerRtpCapabilities: opened.rtpCapabilities });
	const send = device.createSendTransport(opened.send);
	const receive = device.createRecvTransport(opened.receive);
	for (const transport of [send, receive]) {
		transport.on('connect', ({ dtlsParameters }, done, failed) => {
			step('connect', { id: transport.id, dtlsParameters }).then(done, failed);
		});
	}
	send.on('produce', ({ kind, rtpParameters }, done, failed) => {
		step<{ id: string }>('produce', { id: send.id, kind, rtpParameters }).then(done, failed);
	});
	for (const track of stream.getTracks()) {
		void send.produce({ track, ...(track.kind === 'video' && { encodings: cameraEncodings }) });
	}
	const leave = () => Promise.all([send, receive].map(({ id }) => step('leave', { id })));
	return { opened, send, receive, device, leave };
}

const openDevices = () => navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });

/** Joins and stays: sends, and renders itself and everybody else, also who joins later, until they leave. */
export async function publish(): Promise<void> {
	const stream = await openDevices();
	await shown(stream);
	const { send, receive, device } = await join(stream);
	const others = new EventSource(`/producers?but=${send.id}`);
	const pictures = new Map<string, Picture>();
	others.addEventListener('opened', ({ data: producerId }) => {
		const read = async () => pictures.set(producerId, await render(producerId, receive, device));
		read().catch(() => undefined);
	});
	others.addEventListener('closed', ({ data: producerId }) => pictures.get(producerId)?.remove());
}

/**
 * Joins with devices open and the own picture shown, as at the door.
 * @returns milliseconds to the first rendered frame of somebody else
 */
export async function measure(): Promise<number> {
	const stream = await openDevices();
	await shown(stream);
	const start = performance.now();
	const { opened, receive, device, leave } = await join(stream);
	const pictures = opened.producers.map((producerId) => render(producerId, receive, device));
	await Promise.any(pictures.map(async (picture) => (await picture).frame));
	const elapsed = performance.now() - start;
	await leave();
	return elapsed;
}

/** Puts a stream on the page, in a quarter of it as in a call of four; done with its first frame. */
function shown(stream: MediaStream, video = document.createElement('video')): Promise<void> {
	video.style.cssText = 'width: 50%; height: 50vh; object-fit: cover; float: left';
	video.muted = true;
	video.autoplay = true;
	video.srcObject = stream;
	document.body.append(video);
	return new Promise((resolve) => video.requestVideoFrameCallback(() => resolve()));
}

async function play(stream: MediaStream): Promise<void> {
	const audio = new Audio();
	audio.srcObject = stream;
	await audio.play();
}

const never = () => new Promise<void>(() => undefined);

interface Picture {
	/** Its first rendered frame; sound has none to render. */
	frame: Promise<void>;
	remove(): void;
}

async function render(producerId: string, receive: types.Transport, device: Device): Promise<Picture> {
	const consumer = await receive.consume(
		await step<types.ConsumerOptions>('consume', {
			id: receive.id,
			producerId,
			rtpCapabilities: device.recvRtpCapabilities,
		}),
	);
	const stream = new MediaStream([consumer.track]);
	const video = document.createElement('video');
	const frame = consumer.kind === 'audio' ? play(stream).then(never) : shown(stream, video);
	await step('resume', { id: consumer.id });
	return {
		frame,
		remove: () => {
			video.remove();
			consumer.close();
		},
	};
}
