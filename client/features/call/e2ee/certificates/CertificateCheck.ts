/** The two ends of a direct path, as our browser was told of them by way of the server. */
export interface PathEnds {
	/** The path's epoch of the topology. */
	pathEpoch: number;
	/** Who is to be at the other end. */
	peerId: string;
	/** Fingerprints of our certificates, and of those that the other end may come with. */
	local: readonly string[];
	remote: readonly string[];
}

/**
 * Whether the other person's device is at the other end of the direct path. `unknown`: no such path, or it was not
 * told yet; `unconfirmed`: it was not told in time, as when the server holds it back; `intercepted`: somebody else's
 * certificate is there.
 */
export type Route = 'unknown' | 'confirmed' | 'unconfirmed' | 'intercepted';

interface Told {
	pathEpoch: number;
	fingerprints: readonly string[];
}

/** A device that has lost its socket has 20 s to come back and tell. */
const tellWithinMs = 25_000;

interface CertificateCheckOptions {
	/** Tells the other device of ours, inside the group. */
	tell(certificates: Told): void;
	changed(route: Route): void;
}

/**
 * Catches a server that stands between two devices: each tells the other its certificates in a way that the server
 * cannot change, and compares what it is told with what its own browser accepts.
 */
export class CertificateCheck {
	readonly #options: CertificateCheckOptions;
	#ends: PathEnds | null = null;
	readonly #told = new Map<string, Told>();
	#late = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#route: Route = 'unknown';

	constructor(options: CertificateCheckOptions) {
		this.#options = options;
	}

	/** A direct path has both its ends, or one of them anew; null when media takes another way. */
	stand(ends: PathEnds | null): void {
		const isNew = ends?.pathEpoch !== this.#ends?.pathEpoch;
		this.#ends = ends;
		if (isNew) this.#expectWord();
		this.tellAgain();
		this.#compare();
	}

	/** Somebody in the group told theirs. */
	told(peerId: string, certificates: Told): void {
		this.#told.set(peerId, certificates);
		this.#compare();
	}

	/** After whatever may have cost the other side our word: new keys, or a lost socket. */
	tellAgain(): void {
		if (this.#ends) this.#options.tell({ pathEpoch: this.#ends.pathEpoch, fingerprints: this.#ends.local });
	}

	close(): void {
		clearTimeout(this.#timer);
	}

	#expectWord(): void {
		clearTimeout(this.#timer);
		this.#late = false;
		if (!this.#ends) return;
		this.#timer = setTimeout(() => {
			this.#late = true;
			this.#compare();
		}, tellWithinMs);
	}

	#compare(): void {
		const route = this.#routeOf(this.#ends);
		if (route === this.#route) return;
		this.#route = route;
		this.#options.changed(route);
	}

	#routeOf(ends: PathEnds | null): Route {
		if (!ends) return 'unknown';
		const told = this.#told.get(ends.peerId);
		if (told?.pathEpoch !== ends.pathEpoch) return this.#late ? 'unconfirmed' : 'unknown';
		const isTheirs = ends.remote.length > 0 && ends.remote.every((one) => told.fingerprints.includes(one));
		return isTheirs ? 'confirmed' : 'intercepted';
	}
}
