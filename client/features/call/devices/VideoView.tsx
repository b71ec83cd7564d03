import clsx from 'clsx';
import { useEffect, useRef, type VideoHTMLAttributes } from 'react';
import { useSmoothStream } from './useSmoothStream.ts';

interface VideoViewProps extends VideoHTMLAttributes<HTMLVideoElement> {
	stream: MediaStream;
}

/**
 * A silent moving picture; sound plays elsewhere, so that it goes on when a tile is not shown. A new stream takes its
 * place with its first frame.
 */
export function VideoView({ stream, className, ...props }: VideoViewProps) {
	const { shown, next, ready } = useSmoothStream(stream);
	return (
		<>
			<Playing key={shown.id} stream={shown} className={className} {...props} />
			{next && (
				<Playing
					key={next.id}
					stream={next}
					aria-hidden
					className={clsx(className, 'absolute opacity-0')}
					onLoadedData={ready}
				/>
			)}
		</>
	);
}

function Playing({ stream, ...props }: VideoViewProps) {
	const video = useRef<HTMLVideoElement>(null);
	useEffect(() => {
		const element = video.current;
		if (!element) return undefined;
		element.srcObject = stream;
		// Until it is collected, an element that is gone holds a frame of the camera, which has only a few: without this
		// the camera stands still for seconds when the preview makes way for the call.
		return () => void (element.srcObject = null);
	}, [stream]);
	return <video {...props} ref={video} autoPlay playsInline muted disablePictureInPicture />;
}
