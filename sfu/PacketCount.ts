import type { types } from 'mediasoup';

/** Counts the RTP packets that producers got, those of producers that are closed by now included. */
export class PacketCount {
	#closed = 0;

	/** Call right before a producer is closed: the worker answers in order, so its last count is still told. */
	keep(producer: types.Producer): void {
		void packetsOf(producer).then((count) => {
			this.#closed += count;
		});
	}

	/** Packets of all producers up to now. */
	async total(live: readonly types.Producer[]): Promise<number> {
		const counts = await Promise.all(live.map(packetsOf));
		return counts.reduce((sum, count) => sum + count, this.#closed);
	}
}

/** 0 when the worker goes while it is being asked. */
const packetsOf = (producer: types.Producer): Promise<number> =>
	producer.getStats().then(
		(streams) => streams.reduce((sum, { packetCount }) => sum + packetCount, 0),
		() => 0,
	);
