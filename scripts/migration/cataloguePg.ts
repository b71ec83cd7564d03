import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Object ids of PostgreSQL's internal one-byte type "char", which its catalogues are full of, and of `text`. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/** Which columns of a result were "char", by its rows: the one thing that the adapter passes on as it is. */
const charColumns = new WeakMap<object, number[]>();

type Answer = { fields: { dataTypeID: number }[]; rows: object };
const isAnswer = (value: unknown): value is Answer =>
	typeof value === 'object' && value !== null && 'fields' in value && 'rows' in value;

/** Names "char" columns as text, since the adapter refuses a type that it does not know. */
function cataloguePool(url: string): pg.Pool {
	const pool = new pg.Pool({ connectionString: url });
	const query = pool.query.bind(pool);
	return Object.assign(pool, {
		query: async (...args: Parameters<typeof query>) => {
			const answer: unknown = await query(...args);
			if (isAnswer(answer)) relabel(answer);
			return answer;
		},
	});
}

function relabel({ fields, rows }: Answer): void {
	const found = fields.flatMap(({ dataTypeID }, index) => (dataTypeID === INTERNAL_CHAR ? [index] : []));
	charColumns.set(rows, found);
	for (const index of found) Object.assign(fields[index] ?? {}, { dataTypeID: TEXT });
}

/** Prisma's pg adapter, able to read the catalogues for the schema engine, which asks for "char" by its name. */
export class CataloguePg extends PrismaPg {
	constructor(url: string) {
		super(cataloguePool(url), { disposeExternalPool: true });
	}

	override async connect(): ReturnType<PrismaPg['connect']> {
		const connection = await super.connect();
		const queryRaw = connection.queryRaw.bind(connection);
		return Object.assign(connection, {
			queryRaw: async (query: SqlQuery) => {
				const result = await queryRaw(query);
				for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
				return result;
			},
		});
	}
}
