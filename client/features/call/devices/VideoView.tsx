import { useEffect, useRef, type VideoHTMLAttributes } from 'react';

interface VideoViewProps extends VideoHTMLAttributes<HTMLVideoElement> {
	stream: MediaStream;
}

/** A silent moving picture; sound plays elsewhere, so that it goes on when a tile is not shown. */
export function VideoView({ stream, ...props }: VideoViewProps) {
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
