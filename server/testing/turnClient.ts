import { createHash, createHmac, randomBytes } from 'node:crypto';
import dgram from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';
import type { IceServer } from '../../shared/contract/signalling/peer.ts';

// As much of STUN (RFC 8489) and TURN (RFC 8656) as it takes to ask for a relay.

const magicCookie = 0x2112a442;
const methods = { binding: 0x001, allocate: 0x003, createPermission: 0x008 } as const;
const attributes = {
	...{ username: 0x0006, messageIntegrity: 0x0008, errorCode: 0x0009, realm: 0x0014, nonce: 0x0015 },
	...{ xorPeerAddress: 0x0012, requestedTransport: 0x0019 },
} as const;
const headerBytes = 20;
const retryMs = 200;
const tries = 25;

type Attribute = readonly [type: number, value: Buffer];

const attribute = ([type, value]: Attribute): Buffer => {
	const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
	padded.writeUInt16BE(type, 0);
	padded.writeUInt16BE(value.length, 2);
	value.copy(padded, 4);
	return padded;
};

/** One client of one TURN server on 127.0.0.1, over UDP. */
export class TurnClient {
	readonly #socket = dgram.createSocket('udp4');
	readonly #port: number;
	readonly #username: string;
	readonly #credential: string;
	#challenge: { realm: Buffer; nonce: Buffer } | undefined;

	constructor(port: number, { username = '', credential = '' }: Pick<IceServer, 'username' | 'credential'>) {
		this.#port = port;
		this.#username = username;
		this.#credential = credential;
	}

	/** Resolves when the server answers at all. */
	async reach(): Promise<void> {
		await this.#request(methods.binding, []);
	}

	/** Asks for a relay address. Answers with the error's code; undefined when there is one. */
	async allocate(): Promise<number | undefined> {
		const transport: Attribute = [attributes.requestedTransport, Buffer.from([17, 0, 0, 0])];
		const { found } = await this.#request(methods.allocate, [transport]);
		const [realm, nonce] = [found.get(attributes.realm), found.get(attributes.nonce)];
		if (realm === undefined || nonce === undefined) throw new Error('The server asks for no credentials.');
		this.#challenge = { realm, nonce };
		return codeOf(await this.#request(methods.allocate, [transport]));
	}

	/** Asks to relay to this address, after `allocate`. Answers with the error's code; undefined when it may. */
	async permit(peer: string): Promise<number | undefined> {
		if (!isIPv4(peer)) throw new Error('Only IPv4 here.');
		const value = Buffer.alloc(8);
		value.writeUInt8(1, 1);
		value.writeUInt16BE(9 ^ (magicCookie >>> 16), 2);
		const address = Buffer.from(peer.split('.').map(Number)).readUInt32BE();
		value.writeUInt32BE((address ^ magicCookie) >>> 0, 4);
		return codeOf(await this.#request(methods.createPermission, [[attributes.xorPeerAddress, value]]));
	}

	close(): void {
		this.#socket.close();
	}

	async #request(method: number, wanted: readonly Attribute[]) {
		const id = randomBytes(12);
		const message = this.#message(method, id, wanted);
		for (let attempt = 0; attempt < tries; attempt++) {
			this.#socket.send(message, this.#port, '127.0.0.1');
			const signal = AbortSignal.timeout(retryMs);
			const [answer]: Buffer[] = await once(this.#socket, 'message', { signal }).catch(() => []);
			if (answer?.subarray(8, headerBytes).equals(id)) return parse(answer);
		}
		throw new Error('The TURN server does not answer.');
	}

	#message(method: number, id: Buffer, wanted: readonly Attribute[]): Buffer {
		const { realm, nonce } = this.#challenge ?? {};
		const credentials: Attribute[] =
			realm && nonce
				? [
						[attributes.username, Buffer.from(this.#username)],
						[attributes.realm, realm],
						[attributes.nonce, nonce],
					]
				: [];
		const body = Buffer.concat([...wanted, ...credentials].map(attribute));
		if (!realm) return Buffer.concat([header(method, body.length, id), body]);
		// The length counts the integrity, which is made of all before it (RFC 8489, section 14.5).
		const signed = Buffer.concat([header(method, body.length + 24, id), body]);
		const key = createHash('md5').update(`${this.#username}:${realm.toString()}:${this.#credential}`).digest();
		const integrity = createHmac('sha1', key).update(signed).digest();
		return Buffer.concat([signed, attribute([attributes.messageIntegrity, integrity])]);
	}
}

function header(method: number, length: number, id: Buffer): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeUInt16BE(method, 0);
	bytes.writeUInt16BE(length, 2);
	bytes.writeUInt32BE(magicCookie, 4);
	return Buffer.concat([bytes, id]);
}

function parse(answer: Buffer) {
	const found = new Map<number, Buffer>();
	for (let at = headerBytes; at + 4 <= answer.length;) {
		const length = answer.readUInt16BE(at + 2);
		found.set(answer.readUInt16BE(at), answer.subarray(at + 4, at + 4 + length));
		at += 4 + Math.ceil(length / 4) * 4;
	}
	return { found };
}

function codeOf({ found }: ReturnType<typeof parse>): number | undefined {
	const value = found.get(attributes.errorCode);
	return value && value.readUInt8(2) * 100 + value.readUInt8(3);
}
