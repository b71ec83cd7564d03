// The script of a page of its own, without the product around it: one side of a direct call with encrypted frames.
import '../../lib/strictZod.ts';
import { encryptedConnection } from '../../features/call/e2ee/encryptedConnection.ts';
import { FrameCrypto } from '../../features/call/e2ee/FrameCrypto.ts';
import type { FrameCounters } from '../../features/call/e2ee/frames/FrameCipher.ts';
import { importBaseKey } from '../../features/call/e2ee/sframe/keys.ts';
import { supportsFrameEncryption } from '../../features/call/e2ee/supportsFrameEncryption.ts';

const names = ['anna', 'bo'];
const sources = { audio: 'mic', video: 'camera' } as const;

/** What has been received so far. */
export interface Arrived {
	framesDecoded: number;
	audioEnergy: number;
}

let connection: RTCPeerConnection;
let frameCrypto: FrameCrypto;
let leaf = 0;

/**
 * Opens the devices and gets ready to call or be called.
 * @param side 0 or 1, each page another
 */
export async function prepare(side: number): Promise<void> {
	if (!supportsFrameEncryption()) throw new Error('This browser cannot encrypt frames');
	leaf = side;
	connection = new RTCPeerConnection(encryptedConnection);
	frameCrypto = new FrameCrypto({ keyFrameNeeded: fail, failed: fail });
	const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } });
	for (const track of stream.getTracks()) {
		frameCrypto.protectSender(connection.addTrack(track, stream), sources[track.kind === 'audio' ? 'audio' : 'video']);
	}
	connection.addEventListener('track', ({ receiver, track }) => {
		const source = sources[track.kind === 'audio' ? 'audio' : 'video'];
		frameCrypto.protectReceiver(receiver, { peerId: names[1 - leaf] ?? '', source });
		const video = document.createElement('video');
		video.autoplay = true;
		video.srcObject = new MediaStream([track]);
		document.body.append(video);
	});
}

/** Goes on with an epoch of the group of both, whose secret is this byte throughout. */
export async function addEpoch(epoch: number, secret: number): Promise<void> {
	const baseKey = await importBaseKey(new Uint8Array(32).fill(secret));
	const members = new Map(names.map((name, index) => [index, name]));
	frameCrypto.addEpoch({ group: 'g', epoch: BigInt(epoch), baseKey, ownLeaf: leaf, members, sendAfterMs: 0 });
}

export const forget = (): void => frameCrypto.forget();
export const counters = (): Promise<FrameCounters> => frameCrypto.counters();

export async function offer(): Promise<string> {
	await connection.setLocalDescription();
	return gathered();
}

export async function answer(sdp: string): Promise<string> {
	await connection.setRemoteDescription({ type: 'offer', sdp });
	await connection.setLocalDescription();
	return gathered();
}

export const accept = (sdp: string): Promise<void> => connection.setRemoteDescription({ type: 'answer', sdp });

export async function arrived(): Promise<Arrived> {
	const sum = { framesDecoded: 0, audioEnergy: 0 };
	for (const entry of (await connection.getStats()).values()) {
		if (entry.type !== 'inbound-rtp') continue;
		sum.framesDecoded += entry.framesDecoded ?? 0;
		sum.audioEnergy += entry.totalAudioEnergy ?? 0;
	}
	return sum;
}

async function gathered(): Promise<string> {
	while (connection.iceGatheringState !== 'complete') {
		await new Promise((resolve) => connection.addEventListener('icegatheringstatechange', resolve, { once: true }));
	}
	return connection.localDescription?.sdp ?? '';
}

function fail(): void {
	reportError(new Error('Frame encryption failed'));
}
