import pg from 'pg';
import { StartError } from '../../startError.ts';

const CONNECT_TIMEOUT_MS = 5000;
const OLDEST_VERSION = 15;

/**
 * Makes sure that the PostgreSQL which `DATABASE_URL` names answers and is new enough.
 * @throws StartError naming the server, never the password
 */
export async function checkExternal(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
	const server = `${client.host}:${client.port}`;
	try {
		await client.connect();
	} catch (error) {
		const reason =
			(error instanceof Error && ('code' in error ? String(error.code) : error.message)) || 'unknown error';
		throw new StartError(
			`DATABASE_URL does not answer (${server}: ${reason}): start that PostgreSQL, correct the address, or unset DATABASE_URL to use the embedded one.`,
		);
	}
	try {
		const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version");
		const version = rows[0]?.version ?? '0';
		if (Number.parseInt(version, 10) < OLDEST_VERSION) {
			throw new StartError(
				`DATABASE_URL (${server}) is PostgreSQL ${version}: Samtal needs ${OLDEST_VERSION} or later.`,
			);
		}
	} finally {
		await client.end();
	}
}
