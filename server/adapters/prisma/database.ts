import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { z } from 'zod';
import { Prisma, PrismaClient } from './generated/client.ts';

/** What a query needs, inside a transaction or outside of one. */
export type Queryable = Prisma.TransactionClient;
/** A piece of SQL with its parameters. */
export type Sql = Prisma.Sql;
export const { sql, empty: nothing } = Prisma;

/** Prisma, and the pool beneath it for the few statements that every request or booking makes. */
export class Database extends PrismaClient {
	readonly #pool: pg.Pool;
	readonly #nameOf = createStatementNames('direct');

	constructor(pool: pg.Pool) {
		super({
			// Otherwise each query records a stack, and an error quotes the values that it was given.
			errorFormat: 'minimal',
			adapter: new PrismaPg(pool, {
				statementNameGenerator: createStatementNames('prisma'),
				disposeExternalPool: true,
			}),
		});
		this.#pool = pool;
	}

	/**
	 * One statement by itself, outside of any transaction, for half of what Prisma's raw queries cost.
	 * @returns the rows, to be parsed
	 * @throws StatementFailed
	 */
	async rows({ text, values }: Sql): Promise<unknown[]> {
		try {
			const { rows } = await this.#pool.query<pg.QueryResultRow>({ name: this.#nameOf({ sql: text }), text, values });
			return rows;
		} catch (error) {
			// Its `detail` quotes values, which must reach no log.
			throw error instanceof pg.DatabaseError ? new StatementFailed(error) : error;
		}
	}
}

/** PostgreSQL refused a statement. */
export class StatementFailed extends Error {
	readonly sqlState: string | undefined;

	constructor({ code, constraint }: Pick<pg.DatabaseError, 'code' | 'constraint'>) {
		super(`PostgreSQL refused a statement: ${code}${constraint === undefined ? '' : ` by ${constraint}`}`);
		this.sqlState = code;
	}
}

/** In ms; less than the pages wait for their answer. A connection that is half open would keep all who ask waiting. */
const patience = { connectionTimeoutMillis: 5_000, query_timeout: 10_000 };

/** Opens a pool to PostgreSQL. `url` is a connection string; a Unix socket's folder goes in `?host=`. */
export function openDatabase(url: string): Database {
	// In a transaction Prisma reads the parts of an `include` side by side on one connection: `pipeline` lets them follow
	// each other there. Without it pg warns of each, and from 9.0 on it will refuse.
	const pool = new pg.Pool({ connectionString: url, max: 20, pipeline: true, ...patience });
	// An idle connection that is lost is replaced; whoever queries next hears of it if none can be had.
	pool.on('error', () => undefined);
	return new Database(pool);
}

/** More would cost every connection memory; statements with lists of many lengths would pile up. */
const MOST_NAMES = 500;

/** Names for statements that come again, so that each connection parses and plans them once. */
function createStatementNames(prefix: string): ({ sql }: { sql: string }) => string {
	const names = new Map<string, string>();
	return (query) => {
		const known = names.get(query.sql);
		if (known !== undefined) return known;
		// The empty name is PostgreSQL's unnamed statement, which is planned each time.
		const name = names.size < MOST_NAMES ? `${prefix}_${names.size}` : '';
		if (name !== '') names.set(query.sql, name);
		return name;
	};
}

/** PostgreSQL's SQLSTATE code that a feature answers (PostgreSQL manual, appendix A). */
export const sqlState = { uniqueViolation: '23505', exclusionViolation: '23P01' } as const;

const withSqlState = z.object({
	meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

/** The SQLSTATE behind an error of a statement, or null for any other error. */
export function sqlStateOf(error: unknown): string | null {
	if (error instanceof StatementFailed) return error.sqlState ?? null;
	if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return sqlState.uniqueViolation;
	const parsed = withSqlState.safeParse(error);
	return parsed.success ? parsed.data.meta.driverAdapterError.cause.originalCode : null;
}
