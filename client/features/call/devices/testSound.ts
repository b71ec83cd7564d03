const notesHz = [523.25, 659.25, 783.99];
const noteSeconds = 0.22;

/** Plays three soft rising notes through the chosen speaker (the system's own where a browser cannot choose). */
export async function playTestSound(speakerId: string | null): Promise<void> {
	const context = new AudioContext();
	const output = context.createMediaStreamDestination();
	notesHz.forEach((frequency, index) => {
		const start = context.currentTime + 0.05 + index * noteSeconds;
		const tone = new OscillatorNode(context, { frequency, type: 'sine' });
		const loudness = new GainNode(context, { gain: 0 });
		loudness.gain.setValueAtTime(0, start);
		loudness.gain.linearRampToValueAtTime(0.25, start + 0.03);
		loudness.gain.linearRampToValueAtTime(0, start + noteSeconds * 1.6);
		tone.connect(loudness).connect(output);
		tone.start(start);
		tone.stop(start + noteSeconds * 1.6);
	});
	const player = new Audio();
	player.srcObject = output.stream;
	if (speakerId && 'setSinkId' in player) await player.setSinkId(speakerId).catch(() => undefined);
	await player.play();
	setTimeout(() => void context.close(), 1_500);
}
