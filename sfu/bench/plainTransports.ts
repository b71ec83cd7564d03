import { randomBytes } from 'node:crypto';
import type { types } from 'mediasoup';

export type Suite = 'AES_CM_128_HMAC_SHA1_80' | 'AEAD_AES_256_GCM';

/** Master key and salt together (RFC 3711, section 8.2; RFC 7714, section 12); bytes. */
const keyBytes: Record<Suite, number> = { AES_CM_128_HMAC_SHA1_80: 16 + 14, AEAD_AES_256_GCM: 32 + 12 };

const listenInfo = { protocol: 'udp', ip: '127.0.0.1' } as const;

/** For the camera, which sends plain RTP: one packet comes in for the hundreds that go out. */
export const openIncoming = (router: types.Router): Promise<types.PlainTransport> =>
	router.createPlainTransport({ listenInfo, comedia: true });

/** To one receiver, in SRTP as browsers negotiate it, at a port on this machine. */
export async function openOutgoing(router: types.Router, suite: Suite, port: number): Promise<types.PlainTransport> {
	const transport = await router.createPlainTransport({ listenInfo, enableSrtp: true, srtpCryptoSuite: suite });
	const keyBase64 = randomBytes(keyBytes[suite]).toString('base64');
	await transport.connect({ ip: '127.0.0.1', port, srtpParameters: { cryptoSuite: suite, keyBase64 } });
	return transport;
}
