import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../../../startError.ts';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { preparePlace, sharedDir } from './place.ts';
import { Postmaster } from './postmaster.ts';

const NAME = 'samtal';
/** Any fixed number will do: the key of the lock that the one owner of a cluster holds. */
const OWNER_LOCK = 5_141_420;
const START_TIMEOUT_MS = 60_000;
const RETRY_MS = 100;

/**
 * The PostgreSQL server that lives in the data folder, with exactly one owner.
 *
 * NOTE: ownership is an advisory lock on a connection that stays open, not a file: however the owner
 * dies, the lock goes with it, so there is no stale lock and no race about who may clear one.
 */
export class EmbeddedPostgres {
	readonly #postmaster: Postmaster;
	readonly #socketDir: string;
	readonly #dataDir: string;
	#owner: pg.Client | undefined;
	#revival: Promise<void> | undefined;
	#stopped = false;

	private constructor(postmaster: Postmaster, socketDir: string, dataDir: string) {
		this.#postmaster = postmaster;
		this.#socketDir = socketDir;
		this.#dataDir = dataDir;
	}

	/**
	 * Starts the database of `dataDir`, or takes over the server that a killed process left running.
	 * @throws StartError when another process owns it
	 */
	static async start(dataDir: string): Promise<EmbeddedPostgres> {
		if (process.platform === 'win32') {
			throw new StartError(
				'The embedded database does not run on Windows: set DATABASE_URL to a PostgreSQL 15 or later.',
			);
		}
		const account = databaseAccount();
		const place = preparePlace(dataDir, account);
		const postmaster = new Postmaster(findBinaries(account, sharedDir), place, account);
		await postmaster.initialise(NAME);
		const embedded = new EmbeddedPostgres(postmaster, place.socketDir, dataDir);
		await embedded.#own();
		await embedded.#createDatabase();
		return embedded;
	}

	/** Connection string of the database, in the form that libpq and node-postgres share. */
	get url(): string {
		return `postgresql://${NAME}@localhost:5432/${NAME}?host=${encodeURIComponent(this.#socketDir)}`;
	}

	/** Ends the server and everything connected to it. */
	async stop(): Promise<void> {
		if (this.#stopped) return;
		this.#stopped = true;
		// A server that is being brought back would come up again after it was stopped.
		await this.#revival;
		await this.#postmaster.stop();
		await this.#owner?.end().catch(() => undefined);
	}

	/** Brings the server up if it is not, and takes the owner's lock. */
	async #own(): Promise<void> {
		const client = await this.#connect();
		const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [OWNER_LOCK]);
		if (!rows[0]?.mine) {
			await client.end();
			throw new StartError(
				`Another Samtal uses the data folder ${this.#dataDir}: stop that one, or choose another folder with SAMTAL_DATA_DIR.`,
			);
		}
		this.#owner = client;
		// A crashed server takes the connection with it: bring it back, so that the application's pool can reconnect.
		client.once('end', () => {
			if (!this.#stopped) this.#revival = this.#own().catch(() => undefined);
		});
	}

	async #connect(): Promise<pg.Client> {
		const deadline = Date.now() + START_TIMEOUT_MS;
		for (;;) {
			// A server that is being stopped, or that was killed a moment ago, refuses for a while.
			const reason = this.#postmaster.isRunning() ? '' : await this.#startServer();
			const client = new pg.Client({ host: this.#socketDir, port: 5432, user: NAME, database: 'postgres' });
			client.on('error', () => undefined);
			try {
				await client.connect();
				return client;
			} catch (error) {
				if (Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${reason}`, { cause: error });
				await delay(RETRY_MS);
			}
		}
	}

	async #startServer(): Promise<string> {
		const started = await this.#postmaster.start();
		return started.ok ? '' : started.output;
	}

	async #createDatabase(): Promise<void> {
		const exists = await this.#owner?.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME]);
		if (exists?.rowCount === 0) await this.#owner?.query(`CREATE DATABASE "${NAME}"`);
	}
}
