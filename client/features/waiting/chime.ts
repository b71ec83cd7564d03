/** Two soft notes for somebody at the door. Silent where the page has not been touched yet: browsers ask for that. */
export function chime(): void {
	const context = new AudioContext();
	if (context.state === 'suspended') {
		void context.close();
		return;
	}
	playNote(context, 659.26, 0);
	const last = playNote(context, 880, 0.18);
	last.addEventListener('ended', () => void context.close());
}

function playNote(context: AudioContext, frequency: number, delay: number): OscillatorNode {
	const start = context.currentTime + delay;
	const gain = context.createGain();
	gain.gain.setValueAtTime(0, start);
	gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
	gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.7);
	const note = new OscillatorNode(context, { frequency, type: 'sine' });
	note.connect(gain).connect(context.destination);
	note.start(start);
	note.stop(start + 0.7);
	return note;
}
