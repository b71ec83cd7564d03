import { useEffect, useRef, type VideoHTMLAttributes } from 'react';

interface VideoViewProps extends VideoHTMLAttributes<HTMLVideoElement> {
	stream: MediaStream;
}

/** A silent moving picture; sound plays elsewhere, so that it goes on when a tile is not shown. */
export function VideoView({ stream, ...props }: VideoViewProps) {
	const video = useRef<HTMLVideoElement>(null);
	useEffect(() => {
		if (video.current) video.current.srcObject = stream;
	}, [stream]);
	return <video {...props} ref={video} autoPlay playsInline muted disablePictureInPicture />;
}
