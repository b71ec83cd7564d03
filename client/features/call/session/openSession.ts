import { keepPage } from '../../../lib/newBuild.ts';
import type { CallMemory } from './callMemory.ts';
import { CallSession } from './CallSession.ts';
import type { LocalMedia } from './LocalMedia.ts';

declare global {
	interface Window {
		/** Only on pages opened with `?debug`: for support and for browser tests. */
		samtal?: { session: CallSession };
	}
}

/** Goes to the door of a call and remembers it for this tab, until the call is over. */
export function openSession(media: LocalMedia, memory: CallMemory, fetchTicket: () => Promise<string>): CallSession {
	const session = new CallSession({ media, memory, fetchTicket, chat: memory.chat() });
	const rememberDevices = () => memory.setDevices({ mic: media.mediaState.mic, camera: media.mediaState.camera });
	memory.setEntered(true);
	rememberDevices();
	const stopRemembering = media.store.subscribe(rememberDevices);
	const stopWatching = session.store.subscribe(({ phase, end, chat, encryption }, before) => {
		if (encryption.lowered && !before.encryption.lowered) memory.setLowered(true);
		if (chat !== before.chat) memory.setChat(chat);
		keepPage(phase === 'inCall');
		if (phase !== 'over') return;
		memory.setEntered(false);
		memory.setResumeToken(null);
		memory.setChat([]);
		if (end?.reason === 'ended') memory.setLowered(false);
		stopRemembering();
		stopWatching();
	});
	if (new URLSearchParams(location.search).has('debug')) window.samtal = { session };
	session.start();
	return session;
}

/** Opens the devices that were on before a reload; the microphone opens muted when it was muted. */
export async function reopenDevices(media: LocalMedia, memory: CallMemory): Promise<void> {
	const { mic, camera } = memory.devices();
	media.setMicMuted(!mic);
	await media.open(camera ? ['mic', 'camera'] : ['mic']);
}
