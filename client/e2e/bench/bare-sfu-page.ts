import { Device, type types } from 'mediasoup-client';

interface Opened {
	rtpCapabilities: types.RtpCapabilities;
	send: types.TransportOptions;
	receive: types.TransportOptions;
	producers: string[];
}

async function step<T>(name: string, body: object): Promise<T> {
	const response = await fetch(`/${name}`, { method: 'POST', body: JSON.stringify(body) });
	return response.json() as Promise<T>;
}

async function join(stream: MediaStream): Promise<{
	opened: Opened;
	receive: types.Transport;
	device: Device;
	own: Set<string>;
	leave: () => Promise<unknown>;
}> {
	const opened = await step<Opened>('open', {});
	const device = new Device();
	await device.load({ routerRtpCapabilities: opened.rtpCapabilities });
	const send = device.createSendTransport(opened.send);
	const receive = device.createRecvTransport(opened.receive);
	const own = new Set<string>();
	for (const transport of [send, receive]) {
		transport.on('connect', ({ dtlsParameters }, done, failed) => {
			step('connect', { id: transport.id, dtlsParameters }).then(done, failed);
		});
	}
	send.on('produce', ({ kind, rtpParameters }, done, failed) => {
		step<{ id: string }>('produce', { id: send.id, kind, rtpParameters }).then((produced) => {
			own.add(produced.id);
			done(produced);
		}, failed);
	});
	for (const track of stream.getTracks()) void send.produce({ track });
	const leave = () => Promise.all([send, receive].map(({ id }) => step('leave', { id })));
	return { opened, receive, device, own, leave };
}

const openDevices = () => navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });

/** Receives and renders whatever is there by now and was not before; set when this page has joined. */
let receiveMore = (): Promise<unknown> => Promise.reject(new Error('Nobody has joined here'));

/** Joins and stays: sends, and renders those who were there before. */
export async function publish(): Promise<void> {
	const { receive, device, own } = await join(await openDevices());
	const received = new Set<string>();
	receiveMore = async () => {
		const { producers } = await step<{ producers: string[] }>('producers', {});
		const others = producers.filter((producerId) => !received.has(producerId) && !own.has(producerId));
		for (const producerId of others) received.add(producerId);
		return Promise.allSettled(others.map((producerId) => renderFirstFrame(producerId, receive, device)));
	};
	await receiveMore();
}

/** Renders those who joined after this page did. */
export async function receiveOthers(): Promise<void> {
	await receiveMore();
}

/** Joins with devices open and the own picture shown, as at the door. Returns milliseconds to the first rendered frame of somebody else. */
export async function measure(): Promise<number> {
	const stream = await openDevices();
	await shown(stream);
	const start = performance.now();
	const { opened, receive, device, leave } = await join(stream);
	await Promise.any(opened.producers.map((producerId) => renderFirstFrame(producerId, receive, device)));
	const elapsed = performance.now() - start;
	await leave();
	return elapsed;
}

/** Puts a stream on the page; done with its first frame. */
function shown(stream: MediaStream): Promise<void> {
	const video = document.createElement('video');
	video.muted = true;
	video.autoplay = true;
	video.srcObject = stream;
	document.body.append(video);
	return new Promise((resolve) => video.requestVideoFrameCallback(() => resolve()));
}

async function renderFirstFrame(producerId: string, receive: types.Transport, device: Device): Promise<void> {
	const consumer = await receive.consume(
		await step<types.ConsumerOptions>('consume', {
			id: receive.id,
			producerId,
			rtpCapabilities: device.recvRtpCapabilities,
		}),
	);
	if (consumer.kind !== 'video') throw new Error('sound is not rendered');
	const frame = shown(new MediaStream([consumer.track]));
	await step('resume', { id: consumer.id });
	await frame;
}
