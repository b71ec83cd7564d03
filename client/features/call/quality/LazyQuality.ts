import type { QualityWatch, QualityWatchOptions } from './QualityWatch.ts';

/** The watch over a call's quality, whose code comes with the call. */
export class LazyQuality {
	readonly #options: QualityWatchOptions;
	#loading: Promise<QualityWatch> | undefined;
	#closed = false;

	constructor(options: QualityWatchOptions) {
		this.#options = options;
	}

	/** In the call, for the first time or again. */
	enter(): void {
		this.#loading ??= import('./QualityWatch.ts').then((code) => {
			const watch = new code.QualityWatch(this.#options);
			if (this.#closed) watch.close();
			return watch;
		});
		// Without it the call goes on, only nobody says how good it is.
		this.#loading.catch(() => undefined);
	}

	/** Tells what has not been told yet, before we leave. Never rejects. */
	async tell(): Promise<void> {
		await this.#loading?.then((watch) => watch.tell()).catch(() => undefined);
	}

	close(): void {
		this.#closed = true;
		this.#loading?.then((watch) => watch.close()).catch(() => undefined);
	}
}
