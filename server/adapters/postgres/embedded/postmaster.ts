import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { makeOwnFolder, type Place } from './place.ts';

type Outcome = { readonly ok: boolean; readonly output: string };

/** Drives one PostgreSQL cluster through `initdb` and `pg_ctl`. */
export class Postmaster {
	readonly #binaries: Binaries;
	readonly #place: Place;
	readonly #account: Account;

	constructor(binaries: Binaries, place: Place, account: Account) {
		this.#binaries = binaries;
		this.#place = place;
		this.#account = account;
	}

	/** Creates the cluster on first use. Of two processes that do so at once, one's work is kept. */
	async initialise(superuser: string): Promise<void> {
		const { cluster } = this.#place;
		const done = () => existsSync(path.join(cluster, 'PG_VERSION'));
		if (done()) return;
		const fresh = `${cluster}.${process.pid}`;
		const created = await this.#run(this.#binaries.initdb, [
			'-D',
			fresh,
			'-U',
			superuser,
			'-A',
			'trust',
			'-E',
			'UTF8',
			'--locale=C.UTF-8',
		]);
		if (!created.ok) throw new Error(`initdb failed: ${created.output}`);
		try {
			renameSync(fresh, cluster);
		} catch (error) {
			rmSync(fresh, { recursive: true });
			if (!done()) throw error;
		}
	}

	/**
	 * Whether a server runs on the cluster, be it one that a killed process left behind. `pg_ctl status`
	 * would also say yes when the number in a stale `postmaster.pid` belongs to some other process by now.
	 */
	isRunning(): boolean {
		const pid = this.#recordedPid();
		return pid !== undefined && isPostgres(pid, this.#place.cluster);
	}

	/** Starts the server on the Unix socket alone: no other user of the machine can connect. */
	start(): Promise<Outcome> {
		const { cluster, log, socketDir } = this.#place;
		const pid = this.#recordedPid();
		if (pid !== undefined && !isPostgres(pid, cluster)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
		makeOwnFolder(socketDir, this.#account);
		const settings = [
			'-p 5432',
			"-c listen_addresses=''",
			`-c unix_socket_directories='${socketDir}'`,
			'-c unix_socket_permissions=0700',
		];
		return this.#run(this.#binaries.pgCtl, [
			'-D',
			cluster,
			'-l',
			log,
			'-w',
			'-t',
			'60',
			'-o',
			settings.join(' '),
			'start',
		]);
	}

	/** Ends the server and every connection to it; returns when it has ended. */
	async stop(): Promise<void> {
		const stopped = await this.#run(this.#binaries.pgCtl, ['-D', this.#place.cluster, '-w', '-m', 'fast', 'stop']);
		if (!stopped.ok && this.isRunning()) throw new Error(`PostgreSQL did not stop: ${stopped.output}`);
		rmSync(this.#place.socketDir, { recursive: true, force: true });
	}

	#recordedPid(): number | undefined {
		const file = path.join(this.#place.cluster, 'postmaster.pid');
		return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
	}

	#run(program: string, args: string[]): Promise<Outcome> {
		// PostgreSQL's programs need nothing of our environment, which may hold secrets.
		const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
		const options = { ...this.#account, cwd: path.dirname(this.#place.cluster), env };
		return new Promise((resolve) => {
			execFile(program, args, options, (error, stdout, stderr) => {
				const output = `${stdout}${stderr}`.trim() || (error?.message ?? '');
				resolve({ ok: error === null, output });
			});
		});
	}
}

/** Whether process `pid` is the PostgreSQL server of that cluster. */
function isPostgres(pid: number, cluster: string): boolean {
	try {
		const command =
			process.platform === 'linux'
				? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
				: execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
		return command.includes(cluster);
	} catch {
		return false;
	}
}
