import type { types } from 'mediasoup-client';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { CallResponse } from '../../../../shared/contract/signalling/requests.ts';
import { encryptedConnection } from '../e2ee/encryptedConnection.ts';
import type { SignallingClient } from './SignallingClient.ts';

type WireTransport = CallResponse<'openMedia'>['send'];

/** The server's transport as mediasoup-client takes it. The contract leaves its inner parts to mediasoup to check. */
export function toTransportOptions(wire: WireTransport): types.TransportOptions {
	return { ...wire, additionalSettings: encryptedConnection } as unknown as types.TransportOptions;
}

/**
 * Connects before there is anything to receive, so that the first picture does not wait for it. A browser does so only
 * for a medium; this data channel is one, and nothing ever goes over it.
 */
export async function connectEarly(receive: types.Transport): Promise<void> {
	const nothing = { id: 'nothing', dataProducerId: 'nothing' };
	await receive.consumeData({ ...nothing, sctpStreamParameters: { streamId: 0, ordered: true } });
}

export const toDtlsParameters = (parameters: types.DtlsParameters): Record<string, unknown> => ({ ...parameters });

const restarting = new WeakSet<types.Transport>();

/**
 * Finds a new way to the server for one transport; once at a time. Without a socket nothing happens: its return
 * asks again. @throws SamtalError when the server no longer has this transport.
 */
export async function restartIce(transport: types.Transport, request: SignallingClient['request']): Promise<void> {
	if (restarting.has(transport)) return;
	restarting.add(transport);
	try {
		const { iceParameters } = await request('restartIce', { transportId: transport.id });
		await transport.restartIce({ iceParameters: iceParameters as types.IceParameters });
	} catch (error) {
		const offline = error instanceof SamtalError && (error.code === 'NETWORK' || error.code === 'TIMEOUT');
		if (!offline) throw error;
	} finally {
		restarting.delete(transport);
	}
}
