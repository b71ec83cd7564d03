import type { types } from 'mediasoup';
import { firstSpatialLayer } from '../shared/contract/signalling/notifications.ts';

/** The highest of the three simulcast layers. */
const top = 2;
/** A layer is given up late, so that whoever watched it has moved to another one by then; milliseconds. */
const lowerAfter = 2_000;

type Watching = Pick<types.Consumer, 'paused' | 'preferredLayers'>;

/** The highest layer that anybody watches; the lowest one stays on, so that who comes sees something at once. */
export const layerWanted = (consumers: readonly Watching[]): number =>
	Math.max(
		0,
		...consumers.filter(({ paused }) => !paused).map((consumer) => consumer.preferredLayers?.spatialLayer ?? top),
	);

/** Keeps for each simulcast producer which layers are watched, so that its sender encodes no others. */
export class LayerDemand {
	readonly #tell: (producerId: string, spatialLayer: number) => void;
	readonly #told = new Map<string, number>();
	readonly #lowering = new Map<string, NodeJS.Timeout>();

	/** @param tell is called when the sender should encode up to another layer than before */
	constructor(tell: (producerId: string, spatialLayer: number) => void) {
		this.#tell = tell;
	}

	/** What the sender of this producer was told last. */
	of(producerId: string): number {
		return this.#told.get(producerId) ?? firstSpatialLayer;
	}

	/** More is asked for at once, less after a while. */
	update(producerId: string, consumers: readonly Watching[]): void {
		this.#keep(producerId);
		const wanted = layerWanted(consumers);
		if (wanted > this.of(producerId)) this.#say(producerId, wanted);
		if (wanted >= this.of(producerId)) return;
		const timer = setTimeout(() => this.#say(producerId, wanted), lowerAfter);
		this.#lowering.set(producerId, timer.unref());
	}

	forget(producerId: string): void {
		this.#keep(producerId);
		this.#told.delete(producerId);
	}

	close(): void {
		for (const timer of this.#lowering.values()) clearTimeout(timer);
		this.#lowering.clear();
	}

	/** What was to be given up is not. */
	#keep(producerId: string): void {
		clearTimeout(this.#lowering.get(producerId));
		this.#lowering.delete(producerId);
	}

	#say(producerId: string, spatialLayer: number): void {
		this.#told.set(producerId, spatialLayer);
		this.#tell(producerId, spatialLayer);
	}
}
