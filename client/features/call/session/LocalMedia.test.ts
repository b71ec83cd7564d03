import { expect, test } from 'vitest';
import { LocalMedia } from './LocalMedia.ts';

const memory = { getItem: () => null, setItem: () => undefined };

interface FakeTrack extends EventTarget {
	kind: string;
	stopped: boolean;
	stop(): void;
}

function fakeTrack(kind: 'audio' | 'video'): FakeTrack {
	return Object.assign(new EventTarget(), {
		kind,
		stopped: false,
		stop(this: FakeTrack) {
			this.stopped = true;
		},
	});
}

/** Devices of which some can refuse: `refuse` names the error for a kind. */
function fakeDevices(refuse: { audio?: string; video?: string } = {}) {
	const opened: FakeTrack[] = [];
	const getUserMedia = async ({ audio, video }: MediaStreamConstraints) => {
		const wanted = [audio && ('audio' as const), video && ('video' as const)].filter(
			(kind) => kind !== undefined && kind !== false,
		);
		for (const kind of wanted) if (refuse[kind]) throw new DOMException('', refuse[kind]);
		const tracks = wanted.map(fakeTrack);
		opened.push(...tracks);
		return {
			getAudioTracks: () => tracks.filter(({ kind }) => kind === 'audio'),
			getVideoTracks: () => tracks.filter(({ kind }) => kind === 'video'),
		};
	};
	const devices = Object.assign(new EventTarget(), { getUserMedia, enumerateDevices: async () => [] });
	// A double: only what LocalMedia calls exists.
	return { devices: devices as unknown as MediaDevices, opened, refuse };
}

test('both devices open together', async () => {
	const { devices } = fakeDevices();
	const media = new LocalMedia(devices, memory);
	await media.open(['mic', 'camera']);
	expect(media.mediaState).toEqual({ mic: true, camera: true, screen: false });
	expect(media.store.getState()).toMatchObject({ failures: {}, opening: false });
});

test('a refused camera leaves the microphone, with the reason', async () => {
	const { devices } = fakeDevices({ video: 'NotReadableError' });
	const media = new LocalMedia(devices, memory);
	await media.open(['mic', 'camera']);
	expect(media.mediaState).toMatchObject({ mic: true, camera: false });
	expect(media.store.getState().failures).toEqual({ camera: 'inUse' });
});

test('a device that works at the second try has no failure any more', async () => {
	const fake = fakeDevices({ video: 'NotFoundError' });
	const media = new LocalMedia(fake.devices, memory);
	await media.open(['camera']);
	expect(media.store.getState().failures).toEqual({ camera: 'notFound' });
	delete fake.refuse.video;
	await media.open(['camera']);
	expect(media.store.getState().failures).toEqual({});
});

test('a page without devices says why, and throws nothing', async () => {
	const media = new LocalMedia(undefined, memory);
	await media.open(['mic', 'camera']);
	expect(media.store.getState().failures).toEqual({ mic: 'insecure', camera: 'insecure' });
});

test('camera off lets go of the device; a muted microphone stays open but sends nothing', async () => {
	const { devices, opened } = fakeDevices();
	const media = new LocalMedia(devices, memory);
	await media.open(['mic', 'camera']);
	await media.setCamera(false);
	media.setMicMuted(true);
	expect(opened.map(({ kind, stopped }) => [kind, stopped])).toEqual([
		['audio', false],
		['video', true],
	]);
	expect(media.outgoing('mic')).toBeNull();
	expect(media.mediaState).toEqual({ mic: false, camera: false, screen: false });
});

test('an unplugged camera is off with a reason', async () => {
	const { devices, opened } = fakeDevices();
	const media = new LocalMedia(devices, memory);
	await media.open(['camera']);
	opened[0]?.dispatchEvent(new Event('ended'));
	expect(media.mediaState.camera).toBe(false);
	expect(media.store.getState().failures).toEqual({ camera: 'unplugged' });
});
