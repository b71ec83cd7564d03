/** Senders whose encoding is off; browsers make them with an encoding that is on. */
const off = new WeakSet<RTCRtpSender>();

/**
 * A transceiver that sends this track, or nothing yet. Without a track the encoding is off: otherwise half of the
 * bandwidth is kept for a screen that nobody shares.
 */
export function addTransceiver(
	connection: RTCPeerConnection,
	kind: 'audio' | 'video',
	track: MediaStreamTrack | null,
): RTCRtpTransceiver {
	const sendEncodings = [{ active: track !== null }];
	const transceiver = connection.addTransceiver(track ?? kind, { direction: 'sendrecv', sendEncodings });
	if (!track) off.add(transceiver.sender);
	return transceiver;
}

/**
 * Sends this track from now on, or nothing. NOTE: one after another for each sender, as parameters that were read
 * before another change are refused. Reading them waits for the media threads, so it is done only to change them.
 */
export async function sendTrack(sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> {
	await sender.replaceTrack(track);
	const active = track !== null;
	if (active !== off.has(sender)) return;
	const parameters = sender.getParameters();
	for (const encoding of parameters.encodings) encoding.active = active;
	await sender.setParameters(parameters);
	if (active) off.delete(sender);
	else off.add(sender);
}
