/**
 * Measures how loud a track is, about 15 times a second, until stopped.
 * @param onLevel gets 0 (silence) to 1 (as loud as it goes), on a scale that follows the ear
 * @returns how to stop
 */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
	const context = new AudioContext();
	const analyser = context.createAnalyser();
	analyser.fftSize = 1024;
	context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
	const samples = new Float32Array(analyser.fftSize);
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(samples);
		onLevel(loudness(samples));
	}, 66);
	// Browsers keep an audio context asleep until the page is touched; then the meter starts.
	const wake = () => void context.resume();
	wake();
	document.addEventListener('pointerdown', wake, { once: true });
	return () => {
		clearInterval(timer);
		document.removeEventListener('pointerdown', wake);
		void context.close();
	};
}

const quietestDecibels = -60;

/** Root mean square of samples between -1 and 1, in decibels, stretched so that -60 dB is 0 and full scale is 1. */
export function loudness(samples: Float32Array): number {
	const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
	if (square === 0) return 0;
	const decibels = 10 * Math.log10(square);
	return Math.min(1, Math.max(0, 1 - decibels / quietestDecibels));
}
