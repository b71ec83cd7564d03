import { useEffect, useRef, type AudioHTMLAttributes } from 'react';
import { useSmoothStream } from '../devices/useSmoothStream.ts';
import { useCall, useMedia } from './callContext.ts';

/** Everybody's voices and shared sounds, apart from the tiles, so that they go on whatever is shown. */
export function PeerSounds() {
	const peers = useCall((state) => state.peers);
	const speaker = useMedia((state) => state.chosen.speaker);
	return peers.flatMap(({ peerId, streams }) =>
		(['mic', 'screenAudio'] as const).map((source) => {
			const stream = streams[source];
			return stream && <Sound key={`${peerId}/${source}`} {...{ peerId, source, stream, speaker }} />;
		}),
	);
}

interface SoundProps {
	peerId: string;
	source: 'mic' | 'screenAudio';
	stream: MediaStream;
	speaker: string | null;
}

/** Only one of two streams is heard at a time. */
function Sound({ stream, ...props }: SoundProps) {
	const { shown, next, ready } = useSmoothStream(stream);
	return (
		<>
			<Playing key={shown.id} stream={shown} {...props} />
			{next && <Playing key={next.id} stream={next} {...props} muted onPlaying={ready} />}
		</>
	);
}

function Playing({ peerId, source, stream, speaker, ...props }: SoundProps & AudioHTMLAttributes<HTMLAudioElement>) {
	const audio = useRef<HTMLAudioElement>(null);
	useEffect(() => {
		const element = audio.current;
		if (!element) return undefined;
		element.srcObject = stream;
		return () => void (element.srcObject = null);
	}, [stream]);
	useEffect(() => {
		// Browsers without a choice of speaker play through the system's own.
		if (speaker && audio.current && 'setSinkId' in audio.current)
			void audio.current.setSinkId(speaker).catch(() => undefined);
	}, [speaker]);
	return <audio {...props} ref={audio} autoPlay data-peer={peerId} data-source={source} />;
}
