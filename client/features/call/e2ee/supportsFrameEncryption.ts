/** Whether this browser lets frames be encrypted in a worker; where not, a person is told before joining. */
export const supportsFrameEncryption = (): boolean =>
	typeof RTCRtpScriptTransform === 'function' &&
	'transform' in RTCRtpSender.prototype &&
	'transform' in RTCRtpReceiver.prototype &&
	typeof crypto.subtle === 'object';
