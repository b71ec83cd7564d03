import type { Page } from 'puppeteer';

/**
 * The floor for a direct call: two bare RTCPeerConnections in one new page, devices open and the own picture shown
 * (as at the door), signalling by function call. Returns milliseconds from the first line to the first rendered frame.
 */
export function measureBareDirect(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
		const addVideo = (shown: MediaStream): Promise<void> => {
			const element = document.createElement('video');
			element.muted = true;
			element.autoplay = true;
			element.srcObject = shown;
			document.body.append(element);
			return new Promise((resolve) => element.requestVideoFrameCallback(() => resolve()));
		};
		await addVideo(stream);

		const start = performance.now();
		const caller = new RTCPeerConnection();
		const callee = new RTCPeerConnection();
		caller.onicecandidate = ({ candidate }) => void callee.addIceCandidate(candidate ?? undefined);
		callee.onicecandidate = ({ candidate }) => void caller.addIceCandidate(candidate ?? undefined);
		const rendered = new Promise<void>((resolve) => {
			callee.ontrack = ({ track, streams: [remote] }) => {
				if (track.kind === 'video' && remote) resolve(addVideo(remote));
			};
		});
		for (const track of stream.getTracks()) {
			caller.addTrack(track, stream);
			callee.addTrack(track.clone(), stream);
		}
		const offer = await caller.createOffer();
		await Promise.all([caller.setLocalDescription(offer), callee.setRemoteDescription(offer)]);
		const answer = await callee.createAnswer();
		await Promise.all([callee.setLocalDescription(answer), caller.setRemoteDescription(answer)]);
		await rendered;
		return performance.now() - start;
	});
}
