import type { Page } from 'puppeteer';

/**
 * The floor for a direct call: two bare RTCPeerConnections in one page, devices open, signalling by function call.
 * Returns milliseconds from the first line to the first rendered frame.
 */
export function measureBareDirect(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
		const video = document.createElement('video');
		video.muted = true;
		video.autoplay = true;
		document.body.append(video);
		const rendered = new Promise<void>((resolve) => video.requestVideoFrameCallback(() => resolve()));

		const start = performance.now();
		const caller = new RTCPeerConnection();
		const callee = new RTCPeerConnection();
		caller.onicecandidate = ({ candidate }) => void callee.addIceCandidate(candidate ?? undefined);
		callee.onicecandidate = ({ candidate }) => void caller.addIceCandidate(candidate ?? undefined);
		callee.ontrack = ({ streams: [remote] }) => {
			if (remote) video.srcObject = remote;
		};
		for (const track of stream.getTracks()) {
			caller.addTrack(track, stream);
			callee.addTrack(track.clone(), stream);
		}
		const offer = await caller.createOffer();
		await Promise.all([caller.setLocalDescription(offer), callee.setRemoteDescription(offer)]);
		const answer = await callee.createAnswer();
		await Promise.all([callee.setLocalDescription(answer), caller.setRemoteDescription(answer)]);
		await rendered;
		const elapsed = performance.now() - start;

		caller.close();
		callee.close();
		for (const track of stream.getTracks()) track.stop();
		video.remove();
		return elapsed;
	});
}
