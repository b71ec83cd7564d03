import type { Browser, Page } from 'puppeteer';
import { openPage } from './browsers.ts';

/**
 * Stands between the two pages of a direct call, as a dishonest server can that swaps descriptions and candidates:
 * each page connects to her, with her certificates, and she could pass everything on.
 */
export class Mallory {
	readonly #page: Page;

	private constructor(page: Page) {
		this.#page = page;
	}

	/** Both pages must not be connected yet: she acts on what they are told from now on. */
	static async between(browser: Browser, url: string, victims: readonly Page[]): Promise<Mallory> {
		const page = await openPage(browser, url);
		await page.evaluate(playBothSides);
		for (const victim of victims) {
			await victim.exposeFunction('swapDescription', (description: RTCSessionDescriptionInit) =>
				page.evaluate((received) => (window as unknown as Attacker).swap(received), description),
			);
			await victim.exposeFunction('takeCandidate', (side: string, candidate: RTCIceCandidateInit | null) =>
				page.evaluate((...taken) => (window as unknown as Attacker).take(...taken), side, candidate),
			);
			await victim.evaluate(believeTheServer);
		}
		return new Mallory(page);
	}

	/** Packets of media that have come to her from either side. */
	packets(): Promise<number[]> {
		return this.#page.evaluate(() => (window as unknown as Attacker).packets());
	}
}

interface Attacker {
	swap(description: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit>;
	take(side: string, candidate: RTCIceCandidateInit | null): Promise<void>;
	packets(): Promise<number[]>;
}

/** Runs in her page: one connection to whoever offers and one to whoever answers. */
function playBothSides(): void {
	const [toOfferer, toAnswerer] = [new RTCPeerConnection(), new RTCPeerConnection()];
	const sides = { offer: toOfferer, answer: toAnswerer };
	const early: (() => void)[] = [];

	const gathered = async (connection: RTCPeerConnection): Promise<RTCSessionDescriptionInit> => {
		while (connection.iceGatheringState !== 'complete')
			await new Promise((resolve) => connection.addEventListener('icegatheringstatechange', resolve, { once: true }));
		if (!connection.localDescription) throw new Error('no description');
		return connection.localDescription.toJSON();
	};

	let answerForOfferer: Promise<RTCSessionDescriptionInit> | undefined;
	const attacker: Attacker = {
		async swap(description) {
			if (description.type === 'offer') {
				await toOfferer.setRemoteDescription(description);
				await toOfferer.setLocalDescription();
				answerForOfferer = gathered(toOfferer);
				for (const kind of ['audio', 'video', 'video', 'audio'] as const) toAnswerer.addTransceiver(kind);
				await toAnswerer.setLocalDescription();
				return gathered(toAnswerer);
			}
			await toAnswerer.setRemoteDescription(description);
			for (const act of early.splice(0)) act();
			return (await answerForOfferer) ?? description;
		},
		async take(side, candidate) {
			// What the answerer hears comes from the offerer, and the other way round.
			const connection = side === 'answerer' ? sides.offer : sides.answer;
			const add = () => void connection.addIceCandidate(candidate ?? undefined).catch(() => undefined);
			if (connection.remoteDescription) add();
			else early.push(add);
		},
		async packets() {
			const reports = await Promise.all([toOfferer.getStats(), toAnswerer.getStats()]);
			return reports.map((report) =>
				[...report.values()].reduce(
					(sum, { type, packetsReceived = 0 }) => sum + (type === 'inbound-rtp' ? packetsReceived : 0),
					0,
				),
			);
		},
	};
	Object.assign(window, attacker);
}

/** Runs in a victim's page: what the browser is given is what the dishonest server says. */
function believeTheServer(): void {
	const setRemoteDescription: (this: RTCPeerConnection, description: RTCSessionDescriptionInit) => Promise<void> =
		RTCPeerConnection.prototype.setRemoteDescription;
	const server = window as unknown as {
		swapDescription(description: RTCSessionDescriptionInit): Promise<RTCSessionDescriptionInit>;
		takeCandidate(side: string, candidate: RTCIceCandidateInit | null): Promise<void>;
	};
	let side = 'offerer';
	RTCPeerConnection.prototype.setRemoteDescription = async function swapped(description) {
		if (description.type === 'offer') side = 'answerer';
		return setRemoteDescription.call(this, await server.swapDescription({ ...description }));
	};
	RTCPeerConnection.prototype.addIceCandidate = async function taken(candidate) {
		await server.takeCandidate(side, candidate ? { ...candidate } : null);
	};
}
