import { supportsFrameEncryption } from './supportsFrameEncryption.ts';

/**
 * Goes into the configuration of every connection whose frames are encrypted. NOTE: without it Chromium ties a
 * sender's or receiver's encoder and network together a moment after it is made, and a transform that comes later
 * is silently passed by: what should be encrypted leaves in the clear. With it nothing flows until there is one.
 * `setConfiguration` must repeat it, or throws. Other browsers do not know it and take a transform at any time; for
 * them it has to be set before the connection stands.
 */
export const encryptedConnection: Readonly<RTCConfiguration & { encodedInsertableStreams: boolean }> = {
	// Where no frame can be encrypted there is no transform to wait for.
	encodedInsertableStreams: supportsFrameEncryption(),
};
