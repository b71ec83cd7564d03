/**
 * Runs in the page: a camera of 640 × 360, in layers of 90, 180 and 360 lines. More is too much to code for several pages
 * on two cores without a GPU.
 */
export function useSmallCamera(): void {
	// Firefox has no devices in the empty page that it begins with.
	if (!('mediaDevices' in navigator)) return;
	const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
	navigator.mediaDevices.getUserMedia = (constraints) => {
		const video = constraints?.video && { width: 640, height: 360 };
		return open({ ...constraints, ...(video && { video }) });
	};
}
