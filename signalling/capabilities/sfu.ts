import { SamtalError } from '../../shared/contract/errors.ts';
import type { CallPath } from '../CallPath.ts';
import type { Members } from '../Members.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface ForwardingRoom {
	readonly path: Pick<CallPath, 'assert' | 'media'>;
	readonly members: Pick<Members, 'has'>;
	has(peerId: string): boolean;
}

/** To make ready what the media server needs, while nothing flows yet: this can be done at the door. */
export const sfuPreparation = (room: ForwardingRoom, peer: Peer): Capability => {
	const { peerId } = peer;
	const media = () => room.path.media.openedFor(peerId);

	return [
		handle('openMedia', ({ epoch }) => {
			const assertCurrent = () => {
				room.path.assert('sfu', epoch);
				if (!room.has(peerId)) throw new SamtalError('WRONG_STATE');
			};
			assertCurrent();
			return room.path.media.openPeer(peerId, assertCurrent);
		}),
		handle('connectTransport', async (data) => {
			await media().connectTransport(peerId, data);
			return {};
		}),
		handle('canReceive', (data) => {
			media().canReceive(peerId, data);
			if (room.members.has(peer)) room.path.media.letIn(peerId);
			return {};
		}),
	];
};

/** To send and receive through the media server. Everything but `openMedia` needs `openMedia` first. */
export const sfu = (room: ForwardingRoom, peer: Peer): Capability => {
	const { peerId } = peer;
	const media = () => room.path.media.openedFor(peerId);

	return [
		...sfuPreparation(room, peer),
		handle('restartIce', (data) => media().restartIce(peerId, data)),
		handle('produce', (data) => media().produce(peerId, data)),
		handle('pauseProducer', async (data) => {
			await media().pauseProducer(peerId, data);
			return {};
		}),
		handle('closeProducer', (data) => {
			media().closeProducer(peerId, data);
			return {};
		}),
		handle('pauseConsumers', async (data) => {
			await media().pauseConsumers(peerId, data);
			return {};
		}),
		handle('setPreferredLayers', async (data) => {
			await media().setPreferredLayers(peerId, data);
			return {};
		}),
	];
};
