import { createSocket, type Socket } from 'node:dgram';
import type { Page } from 'puppeteer';

/** The way that media takes between two pages, device to device. */
export interface MediaWire {
	/** Nothing passes any more. */
	cut(): void;
	/** As on another network: the addresses from before the cut are gone for good, newer ones work. */
	mendElsewhere(): void;
	close(): void;
}

/** Waits until a connection of the page has noticed that nothing comes any more. */
export const noticesSilence = (page: Page): Promise<unknown> =>
	page.waitForFunction(
		() =>
			(window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.some(({ iceConnectionState }) =>
				['disconnected', 'failed', 'checking'].includes(iceConnectionState),
			),
		{ polling: 50 },
	);

/**
 * Leads the direct path of two pages through relays of ours. To be laid before the call connects them. One page sees
 * the other's addresses as those of the relays; the other sees none, and answers where it is spoken to from.
 */
export async function layMediaWire(near: Page, far: Page): Promise<MediaWire> {
	const relays: { socket: Socket; epoch: number }[] = [];
	let epoch = 0;
	let up = true;
	const passes = (made: number) => up && made === epoch;

	/** A candidate's line with the relay's port in place of its own; null where it is of no use. */
	const relayed = async (line: string): Promise<string | null> => {
		const parts = line.split(' ');
		const [protocol = '', address = '', port = ''] = [parts[2], parts[4], parts[5]];
		if (protocol.toLowerCase() !== 'udp' || !/^[\d.]+$/.test(address)) return null;
		const socket = createSocket('udp4');
		const made = up ? epoch : epoch + 1;
		relays.push({ socket, epoch: made });
		let source: { address: string; port: number } | undefined;
		socket.on('message', (message, from) => {
			if (!passes(made)) return;
			const fromTarget = from.address === address && from.port === Number(port);
			if (!fromTarget) source = from;
			const to = fromTarget ? source : { address, port: Number(port) };
			if (to) socket.send(message, to.port, to.address);
		});
		await new Promise<void>((resolve) => socket.bind(0, address, resolve));
		parts[5] = String(socket.address().port);
		return parts.join(' ');
	};
	await near.exposeFunction('relayed', relayed);
	await Promise.all([near, far].map((page) => page.evaluate(takeCandidatesFrom)));
	return {
		cut: () => {
			up = false;
		},
		mendElsewhere: () => {
			up = true;
			epoch += 1;
		},
		close: () => relays.forEach(({ socket }) => socket.close()),
	};
}

/** Runs in the page: candidates come one by one and through `relayed`, where the page has it; otherwise none comes. */
function takeCandidatesFrom(): void {
	const { prototype } = window.RTCPeerConnection;
	type Native<T> = (this: RTCPeerConnection, value: T) => Promise<void>;
	const addIceCandidate: Native<RTCIceCandidateInit> = prototype.addIceCandidate;
	const setRemoteDescription: Native<RTCSessionDescriptionInit> = prototype.setRemoteDescription;
	const relayed: unknown = Reflect.get(window, 'relayed');
	prototype.addIceCandidate = async function take(candidate?: RTCIceCandidateInit | null) {
		if (!candidate?.candidate || typeof relayed !== 'function') return;
		const line: unknown = await relayed(candidate.candidate);
		if (typeof line === 'string') await Reflect.apply(addIceCandidate, this, [{ ...candidate, candidate: line }]);
	};
	prototype.setRemoteDescription = function take({ type, sdp = '' }: RTCSessionDescriptionInit) {
		return Reflect.apply(setRemoteDescription, this, [{ type, sdp: sdp.replaceAll(/^a=candidate.*\r\n/gm, '') }]);
	};
}
