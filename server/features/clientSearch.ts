import { sql, type Sql } from '../adapters/prisma/database.ts';

/**
 * Whether client `c` of a statement holds `search` in the name, the e-mail address or the phone number: in whatever case,
 * with or without accents. Null lets everybody through.
 */
export function clientHolds(search: string | null): Sql {
	// People write phone numbers with and without spaces: only the digits are compared.
	const digits = search?.replaceAll(/\D/g, '') || null;
	return sql`(${search}::text IS NULL
		OR ${holds(sql`c."name"`, search)}
		OR strpos(lower(c."email"), lower(${search}::text)) > 0
		OR strpos(regexp_replace(c."phone", '\\D', '', 'g'), ${digits}::text) > 0)`;
}

/** Whether a text of a statement holds `search`, in whatever case, with or without accents; never where one is null. */
export const holds = (text: Sql, search: string | null): Sql =>
	sql`strpos(${plain(text)}, ${plain(sql`${search}::text`)}) > 0`;

/** Letters without what stands above or below them (Unicode, "Combining Diacritical Marks"), and small. */
const plain = (text: Sql) => sql`regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g')`;
